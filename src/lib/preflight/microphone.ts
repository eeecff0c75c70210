import { ask, mediaFault, stop } from './media-fault';
import { bad, good, unknown, type Verdict } from './verdict';

export interface MicrophoneScope {
	mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined;
	AudioContext: typeof AudioContext;
	/** How long it may take until something is heard, in milliseconds. */
	patience: number;
}

const browserScope = (): MicrophoneScope => ({
	mediaDevices: navigator.mediaDevices,
	AudioContext,
	patience: 3000
});

/** Milliseconds between two looks at the samples. */
const LOOK = 50;

/** Opens the microphone and listens: one that is switched off gives nothing but zeros. */
export async function checkMicrophone(scope = browserScope()): Promise<Verdict> {
	let stream: MediaStream;
	try {
		stream = await ask(scope.mediaDevices, { audio: true });
	} catch (error) {
		return mediaFault('microphone', error);
	}
	const name = stream.getAudioTracks()[0]?.label || 'A microphone';
	const context = new scope.AudioContext();
	try {
		const analyser = context.createAnalyser();
		context.createMediaStreamSource(stream).connect(analyser);
		void context.resume();
		const samples = new Float32Array(analyser.fftSize);
		for (let waited = 0; waited < scope.patience; waited += LOOK) {
			analyser.getFloatTimeDomainData(samples);
			if (samples.some((sample) => sample !== 0)) return good(`${name}, and it hears something.`);
			await new Promise((resolve) => setTimeout(resolve, LOOK));
		}
		if (context.state !== 'running') {
			return unknown(
				`${name} is open, but the browser’s audio is not running, so nothing can be heard.`,
				'Check again. If that does not help, choose a sound output in the system’s settings, and look at the microphone’s level there.'
			);
		}
		return bad(
			`${name} is open, but gives only silence.`,
			'Switch it on, at its own switch and in the system’s sound settings, and check again.'
		);
	} finally {
		stop(stream);
		void context.close();
	}
}
