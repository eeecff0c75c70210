import type { Judgement, Pointed } from '$lib/levels/pointing';

const NEAR: Readonly<Record<Pointed['at'], string>> = {
	line: 'Near: it is in this description. Another of its lines proves it.',
	entry: 'Near: the fault shows here. What exactly proves it?',
	message: 'Near: it is in this message. Which of its lines proves it?'
};

const WRONG: Readonly<Record<Pointed['at'], string>> = {
	line: 'This line is as it should be.',
	entry: 'This is what happens in a call that works, too.',
	message: 'This message arrived as it was sent.'
};

/** What is said to somebody who has pointed at something. */
export function replyTo(pointed: Pointed, judgement: Judgement): string {
	if (judgement === 'right') return 'That is it.';
	if (judgement === 'original') {
		return 'So it was written, and so it should be. What was the other side given?';
	}
	if (judgement === 'early') return 'Nobody waits for it yet. Press Next until the call stops.';
	return (judgement === 'near' ? NEAR : WRONG)[pointed.at];
}
