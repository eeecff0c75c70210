import { OTHER_BROKER } from '$lib/state/other-broker';
import type { FarObstacle, Obstacle } from '$lib/tabs/sharing';
import { OBSTACLES } from './obstacles';

const { host, protocol } = OTHER_BROKER ? new URL(OTHER_BROKER) : { host: '', protocol: '' };
/** A browser asks nobody about the certificate of a WebSocket, and says nothing of it. */
const certificate =
	protocol === 'wss:'
		? ` Where its certificate is one that the browser does not trust, open https://${host} once, and take it there.`
		: '';

/** What keeps machines apart: in sentences with what can be done. */
const FAR: Readonly<Record<FarObstacle, string>> = {
	unsealed:
		'What two machines say to each other is sealed, and at this address the browser seals nothing: it must begin with https, or with http://localhost.',
	keyless:
		'The link has lost the key of its room, which stands behind the #. Ask for the whole link, and open that.',
	unreachable:
		OTHER_BROKER === ''
			? 'The two machines speak through a broker, and none answers at this site. Where the site was begun by “npm start”, it has one. Reload to ask again.'
			: `The two machines speak through the broker at ${host}, and it does not answer this browser.${certificate} Reload to ask again.`,
	unjoined:
		'Pages that were joined by hand are so until one is closed or reloaded. Join them again: by hand, under “Two tabs”.'
};

/** What keeps tabs, windows or machines apart, in sentences with what can be done. */
export const sentenceOf = (obstacle: Obstacle | FarObstacle): string =>
	obstacle in FAR ? FAR[obstacle as FarObstacle] : OBSTACLES[obstacle as Obstacle].sentence;
