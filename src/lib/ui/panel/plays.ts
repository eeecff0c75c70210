import type { Attachment } from 'svelte/attachments';

/** Shows a stream in a video element, and lets it go with the element. */
export function plays(source: MediaStream | null): Attachment<HTMLVideoElement> {
	return (video) => {
		const show = () => {
			video.srcObject = source;
			// Autoplay may be put off until the page is used; the picture comes then.
			video.play().catch(() => undefined);
		};
		// A page is not loaded while a video waits for its first frame (HTML, 4.8.11.5), and a track
		// that was only announced has none: the page would load for as long as somebody reads.
		if (document.readyState === 'complete') show();
		else addEventListener('load', show, { once: true });
		return () => {
			removeEventListener('load', show);
			video.srcObject = null;
		};
	};
}
