/** A camera that looks for a QR code. */
export interface Reading {
	stream: MediaStream;
	/** What the first code says that is seen. Never settles where it was ended before. */
	text: Promise<string>;
	/** Turns the camera off. */
	end(): void;
}

/** Milliseconds between two looks: a decoder takes some of them, and a hand shakes for longer. */
const LOOK = 150;

/**
 * Looks for a QR code with the camera. The decoder is fetched here.
 * @throws as `getUserMedia` rejects, or as what is fetched cannot be had
 */
export async function readByCamera(): Promise<Reading> {
	const { default: decode } = await import('qr/decode.js');
	// What faces away from whoever holds a phone faces the other's screen.
	const wish = { video: { facingMode: 'environment', width: { ideal: 1280 } } };
	const stream = await navigator.mediaDevices.getUserMedia(wish);
	const end = () => stream.getTracks().forEach((track) => track.stop());
	try {
		const video = document.createElement('video');
		video.muted = true;
		video.playsInline = true;
		video.srcObject = stream;
		await video.play();
		const canvas = document.createElement('canvas');
		const ink = canvas.getContext('2d', { willReadFrequently: true })!;
		const look = (): string | null => {
			const { videoWidth: width, videoHeight: height } = video;
			if (width === 0) return null;
			[canvas.width, canvas.height] = [width, height];
			ink.drawImage(video, 0, 0);
			try {
				return decode(ink.getImageData(0, 0, width, height));
			} catch {
				// Most pictures have no code in them.
				return null;
			}
		};
		const text = new Promise<string>((resolve) => {
			const timer = setInterval(() => {
				if (!stream.active) return clearInterval(timer);
				const read = look();
				if (read === null) return;
				clearInterval(timer);
				resolve(read);
			}, LOOK);
		});
		return { stream, text, end };
	} catch (error) {
		end();
		throw error;
	}
}
