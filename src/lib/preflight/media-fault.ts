import { bad, wordsOf, type Verdict } from './verdict';

type Device = 'camera' | 'microphone';

/** The errors of `getUserMedia` (mediacapture-streams, 10.3), for one kind of device. */
const FAULTS: Readonly<Record<string, (device: Device) => [says: string, todo: string]>> = {
	NotAllowedError: (device) => [
		`The ${device} was not allowed: you, this browser or the operating system said no.`,
		`Allow the ${device} for this site with the icon beside the address, and for this browser in the system’s privacy settings. Then check again.`
	],
	NotFoundError: (device) => [`The browser found no ${device}.`, `Connect one and check again.`],
	NotReadableError: (device) => [
		`The ${device} is there and allowed, but could not be opened.`,
		`Close the program that uses it, most often a video conference, and check again.`
	],
	TypeError: (device) => [
		`This page was not loaded over a secure connection, so the browser offers it no ${device}.`,
		'Open the site over https, or on localhost.'
	]
};

/** What to say where a device could not be had. */
export function mediaFault(device: Device, error: unknown): Verdict {
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	const [says, todo] = FAULTS[name]?.(device) ?? [
		`The ${device} could not be used. ${wordsOf(error)}`,
		'Check again; if that does not help, restart the browser.'
	];
	return bad(says, `${todo} Without it, choose the test pattern: the talk is the same.`);
}

/** A stream of the devices that are asked for. Rejects like `getUserMedia`. */
export async function ask(
	devices: Pick<MediaDevices, 'getUserMedia'> | undefined,
	constraints: MediaStreamConstraints
): Promise<MediaStream> {
	// The DOM's types say it is always there. In an insecure context it is not.
	if (!devices) throw new TypeError('navigator.mediaDevices is undefined');
	return devices.getUserMedia(constraints);
}

/** The light goes out. */
export function stop(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}
