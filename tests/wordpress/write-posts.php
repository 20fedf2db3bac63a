<?php
// Sets WordPress up, and writes posts as their authors would: reads `[{name, role, content}]`, prints `{name: address}`.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( getenv( 'WORDPRESS_URL' ), PHP_URL_HOST ) . ':' . parse_url( getenv( 'WORDPRESS_URL' ), PHP_URL_PORT );
require getenv( 'WORDPRESS_DIR' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Another site', 'admin', 'admin@example.org', false, '', 'not-a-secret' );
update_option( 'siteurl', getenv( 'WORDPRESS_URL' ) );
update_option( 'home', getenv( 'WORDPRESS_URL' ) );
$users = array(
	'administrator' => get_user_by( 'login', 'admin' )->ID,
	'author'        => wp_insert_user(
		array(
			'user_login' => 'author',
			'user_pass'  => 'not-a-secret',
			'role'       => 'author',
		)
	),
);
$addresses = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $post ) {
	// Chooses the filters that the content goes through on saving.
	wp_set_current_user( $users[ $post['role'] ] );
	kses_init();
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $post['name'],
				'post_content' => $post['content'],
				'post_status'  => 'publish',
				'post_author'  => $users[ $post['role'] ],
			)
		)
	);
	$addresses[ $post['name'] ] = getenv( 'WORDPRESS_URL' ) . '/?p=' . $id;
}
echo "\n" . json_encode( $addresses );
