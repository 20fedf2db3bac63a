<?php
// Writes posts as their authors would: reads `[{name, role, content}]`, prints `{name: address}` as its last line.
require __DIR__ . '/load.php';
$addresses = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $post ) {
	$user = get_user_by( 'login', $post['role'] )->ID;
	// Chooses the filters that the content goes through on saving.
	wp_set_current_user( $user );
	kses_init();
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $post['name'],
				'post_content' => $post['content'],
				'post_status'  => 'publish',
				'post_author'  => $user,
			)
		)
	);
	$addresses[ $post['name'] ] = getenv( 'WORDPRESS_URL' ) . '/?p=' . $id;
}
echo "\n" . json_encode( $addresses );
