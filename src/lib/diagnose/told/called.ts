/** The interfaces of the DOM that Firefox names in front of its words; those of an author's program are written alike. */
const OF_DOM =
	'Node|Element|HTML\\w{0,40}Element|Document|DocumentFragment|Clipboard(?:Item)?|Storage|StorageManager|IDB\\w{1,40}|Navigator|WakeLock|Permissions|Notification|PushManager|ServiceWorker(?:Container|Registration)?|Geolocation|CredentialsContainer|FileSystem\\w{1,40}|FileReader|Range|Selection|CanvasRenderingContext2D';
/** What was called when an error came: Chromium says `Failed to execute 'send' on 'RTCDataChannel'`, Firefox `Node.removeChild: `. */
const CALLED = new RegExp(
	String.raw`Failed to execute '(\w{1,60})' on '(\w{1,60})'|\b((?:webkit|moz)?RTC\w{1,60}|Media(?:Devices|Stream\w{0,40})|CaptureController|${OF_DOM})\.(\w{1,60}): `
);
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

/** What gives errors of the same names, and is no part of a call: what a device or a track may be called as well, as an API alone. */
const OTHERS =
	/clipboard|wake ?lock|full ?screen|pointer ?lock|orientation lock|navigator\.(?:share|credentials|usb|bluetooth|serial|hid)\b|picture-in-picture|push ?(?:manager|service|subscription|notification)|notification|registration failed|service ?worker|indexed ?db|\bidb|object ?store|local ?storage|(?:child|parent) of (?:this|the) node|\bnode (?:to be|before which)|removeChild|insertBefore|appendChild|replaceChild|web ?authn|request(?:Device|Port|MIDI)|geolocation|bluetooth adapter|\bmidi\b|payment|(?:read|write) permission denied|file (?:system|handle)|show\w{1,20}Picker|(?:file or|the) directory|sink ?id|requesting page is not visible|user gesture|user activation|timed out or was not allowed/i;
/** What is said of the capture of media alone, whatever stands beside it. */
const SURELY_CAPTURE =
	/Could not start (?:\w{1,10} )?source|Requested device not found|(?:User|Display)Media|enumerateDevices|media ?devices|\bmicrophone|\bcamera|\bwebcam|\bscreen[ -]?(?:shar|captur)/i;
/** Why media was not captured, in the words of browsers, or nothing more than the name of the error. */
const OF_CAPTURE =
	/permission|by the user agent|secure (?:origin|context)|(?:get)?(?:User|Display)Media|enumerateDevices|media ?devices|camera|microphone|\bmic\b|webcam|screen|captur|\bdevice|\b(?:audio|video)|constraint|can not be found here|Error["'\x60\s)}\].,:;]*$/i;

/** Whether an error is known to be of something else than a call. */
export function isOfOthers(text: string): boolean {
	const called = calledIn(text);
	if (called && (OURS.test(called.of) || CAPTURE.test(called.method))) return false;
	if (called !== null) return true;
	return !NAMES_OURS.test(text) && !SURELY_CAPTURE.test(text) && OTHERS.test(text);
}

/** Whether an error that many give is one of the capture of media. */
export const isOfCapture = (text: string): boolean => !isOfOthers(text) && OF_CAPTURE.test(text);
