/**
 * A picture and a tone made in the page, for a call without a camera: the name, a clock and a mark
 * that goes round. Each name has its own colour, direction and pitch. It stops drawing and sounding
 * by itself when its tracks are stopped.
 *
 * @param width in pixels; it is 16 to 9
 */
export function testPattern(name: string, width = 640): MediaStream {
	const isJohn = name === 'John';
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = (width * 9) / 16;
	const ink = canvas.getContext('2d')!;
	// It is drawn 640 wide.
	ink.scale(width / 640, width / 640);

	function draw() {
		const now = new Date();
		const turn = (now.getTime() % 4000) / 4000;
		const angle = 2 * Math.PI * (isJohn ? turn : -turn);

		ink.fillStyle = isJohn ? '#16466f' : '#8f3a22';
		ink.fillRect(0, 0, 640, 360);
		ink.strokeStyle = '#ffffff55';
		ink.lineWidth = 6;
		ink.beginPath();
		if (isJohn) ink.arc(500, 180, 84, 0, 2 * Math.PI);
		else ink.rect(416, 96, 168, 168);
		ink.stroke();
		ink.fillStyle = '#ffffff';
		ink.beginPath();
		ink.arc(500 + 84 * Math.sin(angle), 180 - 84 * Math.cos(angle), 20, 0, 2 * Math.PI);
		ink.fill();
		ink.font = '600 92px Georgia, serif';
		ink.fillText(name, 48, 190);
		ink.font = '36px monospace';
		ink.fillText(now.toISOString().slice(11, 21), 52, 260);
	}

	draw();
	const stream = canvas.captureStream(20);
	const [video] = stream.getVideoTracks();

	// One soft beep a second. Browsers keep a page silent until it is used, so wait for that.
	const audio = new AudioContext();
	const tone = audio.createOscillator();
	const volume = audio.createGain();
	const speaker = audio.createMediaStreamDestination();
	tone.frequency.value = isJohn ? 220 : 330;
	volume.gain.value = 0;
	tone.connect(volume).connect(speaker);
	tone.start();
	const [sound] = speaker.stream.getAudioTracks();
	stream.addTrack(sound!);
	const wake = () => void audio.resume();
	for (const use of ['pointerdown', 'keydown']) addEventListener(use, wake);

	let beat = 0;
	const timer = setInterval(() => {
		if (video!.readyState === 'live') draw();
		if (beat++ % 20 === 0 && audio.state === 'running') {
			volume.gain.setTargetAtTime(0.15, audio.currentTime, 0.02);
			volume.gain.setTargetAtTime(0, audio.currentTime + 0.15, 0.05);
		}
		if (video!.readyState === 'ended' && sound!.readyState === 'ended') {
			clearInterval(timer);
			for (const use of ['pointerdown', 'keydown']) removeEventListener(use, wake);
			void audio.close();
		}
	}, 50);

	return stream;
}
