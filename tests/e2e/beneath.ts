import { expect, type BrowserContext, type Page } from '@playwright/test';

/** One call of the browser's own API, seen beneath the page. */
export interface ApiCall {
	/** Which connection, in the order in which they were made, from 0. */
	pc: number;
	name: string;
}

/** What is watched beneath the page, before any of its scripts runs. */
export interface Beneath {
	calls: ApiCall[];
	/** How often the browser was asked for a camera or a microphone. */
	asked: number;
	connections: RTCPeerConnection[];
	tracks: Set<MediaStreamTrack>;
	audio: AudioContext[];
	intervals: Map<unknown, string>;
	timeouts: Map<unknown, string>;
	frames: Set<number>;
	/** Listeners of the window and of the document. */
	listeners: { type: string; listener: unknown; capture: boolean }[];
}

declare global {
	interface Window {
		beneath: Beneath;
	}
}

/** Puts the watch beneath every page that is opened from now on. */
export async function watchBeneath(page: Page | BrowserContext): Promise<void> {
	await page.addInitScript(install);
}

/** Runs in the page: it stands alone. */
function install() {
	const beneath: Beneath = {
		calls: [],
		asked: 0,
		connections: [],
		tracks: new Set(),
		audio: [],
		intervals: new Map(),
		timeouts: new Map(),
		frames: new Set(),
		listeners: []
	};
	window.beneath = beneath;
	const where = () => new Error('made here').stack ?? '';

	// Listeners of the window and of the document, so that a list of them that grows is seen.
	const { addEventListener, removeEventListener } = EventTarget.prototype;
	const isWatched = (target: unknown) => target === window || target === document;
	const captures = (options: unknown) =>
		typeof options === 'object'
			? Boolean((options as AddEventListenerOptions)?.capture)
			: !!options;
	const forget = (type: string, listener: unknown, capture: boolean) => {
		const at = beneath.listeners.findIndex(
			(one) => one.type === type && one.listener === listener && one.capture === capture
		);
		if (at >= 0) beneath.listeners.splice(at, 1);
	};
	EventTarget.prototype.addEventListener = function (type, listener, options) {
		const target = this ?? window;
		if (isWatched(target) && listener && !(options as AddEventListenerOptions)?.once) {
			const capture = captures(options);
			forget(type, listener, capture);
			beneath.listeners.push({ type, listener, capture });
			const signal = (options as AddEventListenerOptions | undefined)?.signal;
			if (signal) {
				addEventListener.call(signal, 'abort', () => forget(type, listener, capture));
			}
		}
		return addEventListener.call(target, type, listener, options);
	};
	EventTarget.prototype.removeEventListener = function (type, listener, options) {
		const target = this ?? window;
		if (isWatched(target)) forget(type, listener, captures(options));
		return removeEventListener.call(target, type, listener, options);
	};

	// Connections and their calls.
	class Watched extends RTCPeerConnection {
		constructor(configuration?: RTCConfiguration) {
			super(configuration);
			beneath.connections.push(this);
			addEventListener.call(this, 'track', (event) => {
				beneath.tracks.add((event as RTCTrackEvent).track);
			});
			count(this, 'RTCPeerConnection');
		}
	}
	const count = (pc: RTCPeerConnection, name: string) =>
		beneath.calls.push({ pc: beneath.connections.indexOf(pc), name });
	for (const name of [
		'createOffer',
		'createAnswer',
		'setLocalDescription',
		'setRemoteDescription',
		'addIceCandidate',
		'addTrack',
		'addTransceiver',
		'restartIce',
		'close'
	] as const) {
		const original = RTCPeerConnection.prototype[name] as (...args: unknown[]) => unknown;
		Object.defineProperty(Watched.prototype, name, {
			configurable: true,
			writable: true,
			value(this: RTCPeerConnection, ...args: unknown[]) {
				count(this, name);
				return original.apply(this, args);
			}
		});
	}
	window.RTCPeerConnection = Watched;

	// Tracks, wherever they come from.
	const keep = <T extends MediaStream | MediaStreamTrack>(made: T): T => {
		if (made instanceof MediaStream)
			for (const track of made.getTracks()) beneath.tracks.add(track);
		else beneath.tracks.add(made as MediaStreamTrack);
		return made;
	};
	const { captureStream } = HTMLCanvasElement.prototype;
	HTMLCanvasElement.prototype.captureStream = function (...args) {
		return keep(captureStream.apply(this, args));
	};
	const cloneTrack = MediaStreamTrack.prototype.clone;
	MediaStreamTrack.prototype.clone = function () {
		return keep(cloneTrack.call(this));
	};
	const cloneStream = MediaStream.prototype.clone;
	MediaStream.prototype.clone = function () {
		return keep(cloneStream.call(this));
	};
	if (navigator.mediaDevices) {
		const { getUserMedia } = MediaDevices.prototype;
		MediaDevices.prototype.getUserMedia = async function (constraints) {
			beneath.asked += 1;
			return keep(await getUserMedia.call(this, constraints));
		};
	}
	const { createMediaStreamDestination } = AudioContext.prototype;
	AudioContext.prototype.createMediaStreamDestination = function () {
		const destination = createMediaStreamDestination.call(this);
		keep(destination.stream);
		return destination;
	};
	window.AudioContext = class extends AudioContext {
		constructor(options?: AudioContextOptions) {
			super(options);
			beneath.audio.push(this);
		}
	};

	// Timers.
	const { setInterval, clearInterval, setTimeout, clearTimeout } = window;
	const { requestAnimationFrame, cancelAnimationFrame } = window;
	const begin = setTimeout as unknown as (...args: unknown[]) => number;
	window.setInterval = ((...args: Parameters<typeof setInterval>) => {
		const id = setInterval(...args);
		beneath.intervals.set(id, where());
		return id;
	}) as typeof setInterval;
	window.setTimeout = ((handler: unknown, delay?: number, ...args: unknown[]) => {
		const id = begin(
			(...given: unknown[]) => {
				beneath.timeouts.delete(id);
				if (typeof handler === 'function') handler(...given);
			},
			delay,
			...args
		);
		beneath.timeouts.set(id, where());
		return id;
	}) as typeof setTimeout;
	window.clearInterval = window.clearTimeout = (id) => {
		beneath.intervals.delete(id);
		beneath.timeouts.delete(id);
		clearInterval(id as number);
		clearTimeout(id as number);
	};
	window.requestAnimationFrame = (callback) => {
		const id = requestAnimationFrame.call(window, (time) => {
			beneath.frames.delete(id);
			callback(time);
		});
		beneath.frames.add(id);
		return id;
	};
	window.cancelAnimationFrame = (id) => {
		beneath.frames.delete(id);
		cancelAnimationFrame.call(window, id);
	};
}

/** What is in use beneath the page at this moment. */
export function inUse(page: Page) {
	return page.evaluate(() => {
		const { beneath } = window;
		return {
			connections: beneath.connections.filter((pc) => pc.signalingState !== 'closed').length,
			tracks: [...beneath.tracks].filter((track) => track.readyState === 'live').length,
			audio: beneath.audio.filter((context) => context.state !== 'closed').length,
			intervals: [...beneath.intervals.values()],
			timeouts: [...beneath.timeouts.values()],
			frames: beneath.frames.size
		};
	});
}

/** No live peer, no track in use, no sound, no timer. */
export async function expectNothingInUse(page: Page): Promise<void> {
	await expect
		.poll(() => inUse(page))
		.toEqual({
			connections: 0,
			tracks: 0,
			audio: 0,
			intervals: [],
			timeouts: [],
			frames: 0
		});
}

/** The calls since the last time this was asked. */
export function takeCalls(page: Page): Promise<ApiCall[]> {
	return page.evaluate(() => window.beneath.calls.splice(0));
}
