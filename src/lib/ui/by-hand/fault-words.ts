import { WrongInvitation } from '$lib/signaling/hand-link';
import { InvitationError } from '$lib/signaling/invitation';

const WRONG: Readonly<Record<WrongInvitation['why'], string>> = {
	offer:
		'This is an offer, and an answer is waited for. Only one of you begins: either the other answers yours, or you begin again and answer this.',
	answer: 'This is an answer, and not an offer. It belongs on the page that made the offer.',
	own: 'This is your own offer. Give it to the other, and read here what comes back.',
	other:
		'This answers another offer, perhaps one that was made here before. Ask for the answer to this one.'
};

/** Why a text does not join the pages, in sentences with what can be done. */
export function faultWords(error: unknown): string {
	if (error instanceof WrongInvitation) return WRONG[error.why];
	if (!(error instanceof InvitationError)) {
		const { name, message } = error as Error;
		return `The browser refuses it. ${name}: ${message} Begin again with new texts.`;
	}
	const { there, all } = error.found;
	return {
		none: 'There is neither an offer nor an answer in this text. Each begins with “offer=” or “answer=”.',
		cut: `Of the text ${there} characters are there, and ${all} belong to it. Copy it whole.`,
		damaged:
			'The text has its length, but is not what was written: something has changed it on its way. Copy it again.',
		version:
			'Another version of this site has written the text. Reload both pages, and begin again.'
	}[error.fault];
}
