import type { Line } from '../description';
import type { Rule, Rules } from '../rule';
import { rfc } from '../spec';
import { WEBRTC } from '../usage';

function rule(name: string, section: string, media: string, about: string): Rule {
	return {
		sample: `a=${name}`,
		about,
		shape: '',
		level: 'both',
		spec: rfc(8866, section),
		usage: WEBRTC,
		explain: (_, { section: { index, isData } }: Line) => {
			if (index === -1) return `${media}, unless a section says otherwise.`;
			return isData
				? 'A direction means nothing for data channels: they always go both ways.'
				: `${media}.`;
		}
	};
}

/** The direction of media, as this side sees it. The samples are `a=sendrecv` and its like. */
export const direction: Rules = {
	sendrecv: rule('sendrecv', '6.7.2', 'This side wants to send and to receive', 'Both directions'),
	sendonly: rule(
		'sendonly',
		'6.7.3',
		'This side wants to send and not to receive',
		'One direction: this side sends'
	),
	recvonly: rule(
		'recvonly',
		'6.7.1',
		'This side wants to receive and does not send',
		'One direction: this side receives'
	),
	inactive: rule(
		'inactive',
		'6.7.4',
		'No media flows for now; the section and its transport stay',
		'Neither direction'
	)
};
