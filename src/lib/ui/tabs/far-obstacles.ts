import { isMixed } from '$lib/signaling/mixed-content';
import { OTHER_BROKER } from '$lib/state/other-broker';
import type { FarObstacle, Obstacle } from '$lib/tabs/sharing';
import { OBSTACLES } from './obstacles';

/** What keeps machines apart: in sentences with what can be done. */
const FAR: Readonly<Record<FarObstacle, (broker: string | null) => string>> = {
	unsealed: () =>
		'What two machines say to each other is sealed, and at this address the browser seals nothing: it must begin with https, or with http://localhost.',
	keyless: () =>
		'The link is not whole: the key of its room stands behind the #, and so may its broker. Ask for the whole link, and open that.',
	unasked: (broker) =>
		`The link names a broker that nobody has agreed to in this browser: ${broker}. It hears from where this browser speaks, the name of the room, how much is said, when and to whom. What is said is sealed with the key in the link, which whoever made the link has as well.`,
	unreachable: (broker) => whyUnreachable(broker ?? OTHER_BROKER),
	unjoined: () =>
		'Pages that were joined by hand are so until one is closed or reloaded. Join them again: by hand, under “Two tabs”.'
};

function whyUnreachable(broker: string): string {
	if (broker === '') {
		return 'The two machines speak through a broker, and none answers at this site. Where the site was begun by “npm start”, it has one; else name one under “Settings”, “Network”, and make a room there. Reload to ask again.';
	}
	return `The two machines speak through the broker at ${new URL(broker).host}, and it does not answer this browser. ${whySilent(broker)}Reload to ask again.`;
}

/** What a browser does not tell of a broker that does not answer, with a space behind it; '' for nothing. */
export function whySilent(broker: string): string {
	const { host, protocol } = new URL(broker);
	if (isMixed(broker, location.protocol)) {
		return 'This page came over https, and from there a browser opens nothing that begins with ws://: the broker needs wss://. ';
	}
	// A browser asks nobody about the certificate of a WebSocket, and says nothing of it.
	return protocol === 'wss:'
		? `Where its certificate is one that the browser does not trust, open https://${host} once, and take it there. `
		: '';
}

/** What keeps tabs, windows or machines apart, in sentences with what can be done. */
export const sentenceOf = (obstacle: Obstacle | FarObstacle, broker: string | null): string =>
	obstacle in FAR ? FAR[obstacle as FarObstacle](broker) : OBSTACLES[obstacle as Obstacle].sentence;
