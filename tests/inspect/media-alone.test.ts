import { expect, it } from 'vitest';
import { findingsOf, headOf } from './concluded';

const AT = 1_795_733_545_000;
const asked = (more: object) => ({
	pid: 22_516,
	rid: 8,
	request_id: 1,
	request_type: 'getUserMedia',
	timestamp: AT,
	...more
});

it('a dump of a page that was refused its camera tells so, without any connection', async () => {
	const getUserMedia = [
		asked({ audio: '', video: '' }),
		asked({ error: 'NotReadableError', error_message: 'Could not start video source' })
	];
	const dump = JSON.stringify({ getUserMedia, PeerConnections: {}, UserAgent: 'Chrome/156' });
	expect(await findingsOf(dump)).toMatchObject([
		{
			id: 'media.device-refused',
			severity: 'breaks a part',
			claim:
				'The page could not have camera or microphone: NotReadableError, Could not start video source.'
		}
	]);
	expect(await headOf(dump)).toMatchObject({
		sentence: 'A dump of chrome://webrtc-internals with no connection.'
	});
});

it('a dump with nothing in it concludes nothing', async () => {
	expect(await findingsOf(JSON.stringify({ getUserMedia: [], PeerConnections: {} }))).toEqual([]);
});
