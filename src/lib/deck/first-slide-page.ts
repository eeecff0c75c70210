import { base } from '$app/paths';
import { slides } from '.';
import { pathOfSlide, type Place } from './slide-path';

/**
 * A page that leads on to the first slide, with whatever stands behind the path. For hosts that look for
 * `index.html` in the folder of the slides before they think of the page that has the folder's name.
 */
export function firstSlidePage(place: Place): Response {
	const path = base + pathOfSlide(place, slides[0]!.slug);
	const html = `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<title>Parley</title>
		<script>
			location.replace(${JSON.stringify(path)} + location.search + location.hash);
		</script>
	</head>
	<body><p><a href="${path}">To the first slide</a></p></body>
</html>
`;
	return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
