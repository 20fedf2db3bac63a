<?php
// Has WordPress read addresses of this machine, which it refuses otherwise (`wp_http_validate_url`).
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter(
	'http_allowed_safe_ports',
	static function ( $ports, $host, $url ) {
		return array_merge( $ports, array( (int) parse_url( $url, PHP_URL_PORT ) ) );
	},
	10,
	3
);
