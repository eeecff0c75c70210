import type { Rules } from '../rule';
import { doc } from '../spec';
import { vendor } from '../usage';
import { quote } from '../words';

/** What one maker of software writes and no specification defines. */
export const vendorSpecific: Rules = {
	'x-google-flag': {
		sample: 'a=x-google-flag:conference',
		about: 'A switch inside Chromium',
		shape: '{flag}',
		level: 'both',
		spec: doc('WebRTC project', 'https://webrtc.googlesource.com/src/'),
		usage: vendor('Chromium, where applications add it'),
		fields: { flag: 'conference: send several sizes of a picture for a conference server.' },
		explain: (fields) => `Chromium is told to switch ${quote(fields.get('flag'))} on.`
	}
};
