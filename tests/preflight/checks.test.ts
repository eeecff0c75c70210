import { describe, expect, it, vi } from 'vitest';
import { checkCamera } from '../../src/lib/preflight/camera';
import { checkFonts } from '../../src/lib/preflight/fonts';
import { checkFullScreen } from '../../src/lib/preflight/full-screen';
import { checkKeptOffline } from '../../src/lib/preflight/kept-offline';
import { checkMicrophone } from '../../src/lib/preflight/microphone';
import { checkScreens } from '../../src/lib/preflight/screens';
import { checkWakeLock } from '../../src/lib/preflight/wake-lock';
import { checkWebrtc } from '../../src/lib/preflight/webrtc';
import type { OfflineState } from '../../src/lib/offline';

/** A stream of one track, and devices that hand it out. */
function devices(track: object = {}) {
	const stop = vi.fn();
	const one = {
		label: 'Built-in',
		readyState: 'live',
		muted: false,
		stop,
		getSettings: () => ({}),
		...track
	};
	const stream = {
		getTracks: () => [one],
		getVideoTracks: () => [one],
		getAudioTracks: () => [one]
	};
	return { stop, mediaDevices: { getUserMedia: async () => stream as unknown as MediaStream } };
}

const refusing = (name: string) => ({
	mediaDevices: { getUserMedia: () => Promise.reject(new DOMException('no', name)) }
});

describe('the check of the camera', () => {
	it('is good where it gives pictures, and leaves it switched off', async () => {
		const { mediaDevices, stop } = devices({ getSettings: () => ({ width: 640, height: 480 }) });
		expect(await checkCamera({ mediaDevices })).toEqual({
			status: 'good',
			says: 'Built-in, 640 × 480.'
		});
		expect(stop).toHaveBeenCalledOnce();
	});

	it.each([
		['NotAllowedError', /was not allowed/, /icon beside the address/],
		['NotFoundError', /found no camera/, /Connect one/],
		['NotReadableError', /could not be opened/, /Close the program/],
		['AbortError', /could not be used\. AbortError/, /restart the browser/]
	])('finds %s', async (name, says, todo) => {
		const verdict = await checkCamera(refusing(name));
		expect(verdict.status).toBe('bad');
		expect(verdict.says).toMatch(says);
		expect(verdict.todo).toMatch(todo);
	});

	it('finds an insecure page', async () => {
		expect((await checkCamera({ mediaDevices: undefined })).todo).toMatch(/over https/);
	});

	it.each([{ muted: true }, { readyState: 'ended' }])(
		'finds a camera that is %o',
		async (track) => {
			const { mediaDevices, stop } = devices(track);
			expect(await checkCamera({ mediaDevices })).toMatchObject({ status: 'bad' });
			expect(stop).toHaveBeenCalledOnce();
		}
	);
});

describe('the check of the microphone', () => {
	/** An audio context whose samples all have this value. */
	const context = (value: number, state = 'running') =>
		class {
			state = state;
			createAnalyser = () => ({
				fftSize: 4,
				getFloatTimeDomainData: (samples: Float32Array) => samples.fill(value)
			});
			createMediaStreamSource = () => ({ connect: () => {} });
			resume = async () => {};
			close = async () => {};
		} as unknown as typeof AudioContext;

	it('is good where something is heard', async () => {
		const { mediaDevices, stop } = devices();
		const verdict = await checkMicrophone({
			mediaDevices,
			AudioContext: context(0.01),
			patience: 100
		});
		expect(verdict).toEqual({ status: 'good', says: 'Built-in, and it hears something.' });
		expect(stop).toHaveBeenCalledOnce();
	});

	it('finds one that is switched off', async () => {
		const { mediaDevices, stop } = devices();
		const verdict = await checkMicrophone({ mediaDevices, AudioContext: context(0), patience: 60 });
		expect(verdict).toMatchObject({
			status: 'bad',
			says: 'Built-in is open, but gives only silence.'
		});
		expect(stop).toHaveBeenCalledOnce();
	});

	it('cannot tell where the browser does not let it listen', async () => {
		const scope = { ...devices(), AudioContext: context(0, 'suspended'), patience: 60 };
		expect(await checkMicrophone(scope)).toMatchObject({ status: 'unknown' });
	});

	it('finds one that is not allowed', async () => {
		const scope = { ...refusing('NotAllowedError'), AudioContext: context(0), patience: 60 };
		expect((await checkMicrophone(scope)).says).toMatch(/^The microphone was not allowed/);
	});
});

describe('the check of WebRTC', () => {
	/** A connection that gathers these candidates. */
	const connection = (...candidates: (object | null)[]) =>
		class {
			static closed = 0;
			#listener: ((event: object) => void) | undefined;
			addTransceiver() {}
			addEventListener(_: string, listener: (event: object) => void) {
				this.#listener = listener;
			}
			createOffer = async () => ({});
			async setLocalDescription() {
				for (const candidate of candidates) this.#listener!({ candidate });
			}
			close = () => {};
		} as unknown as typeof RTCPeerConnection;

	it('is good where an address is found', async () => {
		const found = { candidate: 'candidate:1', type: 'host', protocol: 'udp' };
		expect(
			await checkWebrtc({ RTCPeerConnection: connection({ candidate: '' }, found), patience: 50 })
		).toEqual({ status: 'good', says: 'This browser makes offers and finds addresses: host udp.' });
	});

	it.each([[[null]], [[{ candidate: '' }]]])(
		'finds that no address is found: %o',
		async (gathered) => {
			const scope = { RTCPeerConnection: connection(...gathered), patience: 30 };
			expect((await checkWebrtc(scope)).says).toMatch(/found no address/);
		}
	);

	it('finds that it is switched off', async () => {
		expect((await checkWebrtc({ RTCPeerConnection: undefined, patience: 30 })).says).toMatch(
			/no RTCPeerConnection/
		);
	});

	it('finds that it does not work', async () => {
		const broken = class {
			constructor() {
				throw new DOMException('not here', 'NotSupportedError');
			}
		} as unknown as typeof RTCPeerConnection;
		expect((await checkWebrtc({ RTCPeerConnection: broken, patience: 30 })).says).toContain(
			'NotSupportedError: not here'
		);
	});
});

describe('the check of the second screen', () => {
	const screenOf = (label: string) => ({ label, width: 1920, height: 1080, isPrimary: false });

	it('is good, and names them, where the browser does', async () => {
		const getScreenDetails = async () => ({ screens: [screenOf('Laptop'), screenOf('')] });
		expect(await checkScreens({ getScreenDetails, isExtended: true })).toEqual({
			status: 'good',
			says: '2 screens: Laptop, 1920 × 1080; a screen, 1920 × 1080.'
		});
	});

	it('asks the simpler way where the permission is refused', async () => {
		const getScreenDetails = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
		expect(await checkScreens({ getScreenDetails, isExtended: true })).toMatchObject({
			status: 'good'
		});
		expect(await checkScreens({ getScreenDetails, isExtended: false })).toMatchObject({
			status: 'bad'
		});
	});

	it('finds that there is one only', async () => {
		const getScreenDetails = async () => ({ screens: [screenOf('Laptop')] });
		const verdict = await checkScreens({ getScreenDetails, isExtended: undefined });
		expect(verdict).toMatchObject({
			status: 'bad',
			todo: expect.stringContaining('extend the desktop')
		});
	});

	it('says that it cannot be known where the browser does not tell', async () => {
		expect(
			await checkScreens({ getScreenDetails: undefined, isExtended: undefined })
		).toMatchObject({
			status: 'unknown',
			todo: expect.stringContaining('Look at the projector')
		});
	});
});

describe('the check of the fonts', () => {
	const families = ['One', 'Two'];
	const fonts = (load: (font: string) => Promise<object[]>) =>
		({ load }) as unknown as Pick<FontFaceSet, 'load'>;

	it('is good where each has its faces', async () => {
		const scope = { fonts: fonts(async () => [{ status: 'loaded' }]), families };
		expect(await checkFonts(scope)).toEqual({ status: 'good', says: 'One and Two are loaded.' });
	});

	it.each([
		['is not known', async () => []],
		['could not be loaded', () => Promise.reject(new DOMException('no', 'NetworkError'))],
		['is refused', async () => [{ status: 'error' }]]
	])('finds a face that %s', async (_, missing: () => Promise<object[]>) => {
		const scope = {
			fonts: fonts((font) =>
				font.includes('Two') ? missing() : Promise.resolve([{ status: 'loaded' }])
			),
			families
		};
		expect((await checkFonts(scope)).says).toMatch(/^Two could not be loaded/);
	});
});

describe('the check without a network', () => {
	const of = (state: OfflineState) => checkKeptOffline({ complete: async () => state });

	it('is good where the whole site is kept, and tells of a newer one', async () => {
		expect(await of({ ready: true, newerWaits: false })).toMatchObject({ status: 'good' });
		expect((await of({ ready: true, newerWaits: true })).says).toMatch(/newer version is waiting/);
	});

	it.each(['unsupported', 'unregistered', 'installing', 'incomplete', 'silent'] as const)(
		'finds that it is %s, and says what to do',
		async (reason) => {
			const verdict = await of({ ready: false, reason, missing: 3, problem: 'no network' });
			expect(verdict.status).toBe('bad');
			expect(verdict.todo).toMatch(/\.$/);
		}
	);
});

describe('the check that the screen stays on', () => {
	it('is good where a lock is given, and gives it back', async () => {
		const release = vi.fn(async () => {});
		const wakeLock = { request: async () => ({ release }) as unknown as WakeLockSentinel };
		expect(await checkWakeLock({ wakeLock })).toMatchObject({ status: 'good' });
		expect(release).toHaveBeenCalledOnce();
	});

	it('finds that it is refused, and that there is none', async () => {
		const wakeLock = {
			request: () => Promise.reject(new DOMException('low battery', 'NotAllowedError'))
		};
		expect((await checkWakeLock({ wakeLock })).says).toContain('NotAllowedError: low battery');
		expect(await checkWakeLock({ wakeLock: undefined })).toMatchObject({ status: 'bad' });
	});
});

describe('the check of the full screen', () => {
	const scope = (enabled: boolean, requestFullscreen: () => Promise<void>) => ({
		element: { requestFullscreen },
		document: { fullscreenEnabled: enabled, exitFullscreen: vi.fn(async () => {}) }
	});

	it('is good where the page fills the screen, and leaves it', async () => {
		const all = scope(true, async () => {});
		expect(await checkFullScreen(all)).toMatchObject({ status: 'good' });
		expect(all.document.exitFullscreen).toHaveBeenCalledOnce();
	});

	it('finds that it may not', async () => {
		expect(await checkFullScreen(scope(false, async () => {}))).toMatchObject({ status: 'bad' });
		const refused = scope(true, () => Promise.reject(new TypeError('Permissions check failed')));
		expect((await checkFullScreen(refused)).says).toContain('TypeError: Permissions check failed');
	});
});
