<?php
// Installs WordPress in its database, with an administrator and an author.
define( 'WP_INSTALLING', true );
require __DIR__ . '/load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Another site', 'administrator', 'admin@example.org', false, '', 'not-a-secret' );
update_option( 'siteurl', getenv( 'WORDPRESS_URL' ) );
update_option( 'home', getenv( 'WORDPRESS_URL' ) );
// Addresses by number, which need no rules of a web server.
update_option( 'permalink_structure', '' );
wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => 'not-a-secret',
		'role'       => 'author',
	)
);
