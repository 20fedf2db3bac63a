<?php
// Loads WordPress as a request to its address would.
$address              = getenv( 'WORDPRESS_URL' );
$_SERVER['HTTP_HOST'] = parse_url( $address, PHP_URL_HOST ) . ':' . parse_url( $address, PHP_URL_PORT );
require getenv( 'WORDPRESS_DIR' ) . '/wp-load.php';
