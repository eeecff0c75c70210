import type { Rules } from '../rule';
import { MSID_DRAFT, rfc } from '../spec';
import { legacy } from '../usage';
import { clip, quote } from '../words';

/** What older browsers and drafts wrote. */
export const obsolete: Rules = {
	mslabel: {
		sample: 'a=mslabel:a34d9ff5-1bfd-4e73-832a-bd81318d8266',
		about: 'The MediaStream of this section, as it was called before a=msid',
		shape: '{label}',
		level: 'media',
		spec: MSID_DRAFT,
		usage: legacy('Chrome before 2019'),
		fields: { label: 'The id of the MediaStream.' },
		explain: (fields) =>
			`The section belongs to MediaStream ${clip(fields.get('label'))}; a=msid says so today.`
	},
	'key-mgmt': {
		sample: 'a=key-mgmt:mikey AQAFgM0XflABAAAAAAAAAAAAAAsAyO',
		about: 'Keys by a key management protocol',
		shape: '{prtcl-id} {keymgmt-data*}',
		level: 'both',
		spec: rfc(4567, '3.1'),
		usage: legacy('SIP phones; JSEP forbids it'),
		fields: {
			'prtcl-id': 'The key management protocol, such as mikey.',
			'keymgmt-data': 'Its message, in base64.'
		},
		explain: (fields) =>
			`Keys are exchanged by ${quote(fields.get('prtcl-id'))} inside the description; browsers refuse that and use DTLS.`
	}
};
