/** What was called when an error came: Chromium says `Failed to execute 'send' on 'RTCDataChannel'`, Firefox `Node.removeChild: `. */
const CALLED = /Failed to execute '(\w{1,60})' on '(\w{1,60})'|\b([A-Z]\w{1,60})\.(\w{1,60}): /;
/** The interfaces of WebRTC, and of the capture of media. */
const OURS = /^(?:RTC|webkitRTC|mozRTC|MediaDevices$|MediaStream|CaptureController$)/;
const CAPTURE = /^(?:get|webkitGet|mozGet)(?:User|Display|Viewport)Media$/;

/** A method, and the interface that it is of. */
export interface Called {
	readonly method: string;
	readonly of: string;
}

/** What was called when an error came, as its words tell; null where they do not. */
export function calledIn(text: string): Called | null {
	const [, method, of, other, its] = CALLED.exec(text) ?? [];
	const named = { method: method ?? its, of: of ?? other };
	return named.method === undefined || named.of === undefined ? null : (named as Called);
}

/** Words that name a part of WebRTC: `Failed to construct 'RTCPeerConnection'`. */
const NAMES_OURS = /\bRTC[A-Z]\w+/;

/** What gives errors of the same names, and is no part of a call. */
const OTHERS =
	/clipboard|wake ?lock|full ?screen|pointer ?lock|orientation lock|navigator\.share|picture-in-picture|\bpush\b|notification|registration failed|service ?worker|indexed ?db|\bidb|object ?store|local ?storage|\bnode\b|removeChild|insertBefore|appendChild|replaceChild|web ?authn|navigator\.credentials|request(?:Device|Port)|geolocation|bluetooth|\busb\b|\bserial\b|\bmidi\b|payment|(?:read|write) permission denied|file (?:system|handle)|directory|sink ?id|requesting page is not visible|user gesture|user activation|timed out or was not allowed/i;
/** Why media was not captured, in the words of browsers, or nothing more than the name of the error. */
const OF_CAPTURE =
	/permission|by the user agent|secure (?:origin|context)|(?:get)?(?:User|Display)Media|enumerateDevices|media ?devices|camera|microphone|\bmic\b|webcam|screen|captur|\bdevice|\b(?:audio|video)|constraint|can not be found here|Error["'\x60\s)}\].,:;]*$/i;

/** Whether an error is known to be of something else than a call. */
export function isOfOthers(text: string): boolean {
	const called = calledIn(text);
	if (called && (OURS.test(called.of) || CAPTURE.test(called.method))) return false;
	return called !== null || (!NAMES_OURS.test(text) && OTHERS.test(text));
}

/** Whether an error that many give is one of the capture of media. */
export const isOfCapture = (text: string): boolean => !isOfOthers(text) && OF_CAPTURE.test(text);
