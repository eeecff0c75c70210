import { fingerprintIsAltered } from './fingerprint-is-altered.ts';
import { janeAnswers } from './jane-answers.ts';
import { janeCreatesPeerConnection } from './jane-creates-peer-connection.ts';
import { janeSetsRemoteDescription } from './jane-sets-remote-description.ts';
import { johnCreatesChannel } from './john-creates-channel.ts';
import { johnCreatesPeerConnection } from './john-creates-peer-connection.ts';
import { johnMakesCertificate } from './john-makes-certificate.ts';
import { johnOffers } from './john-offers.ts';
import { theyHangUp } from './they-hang-up.ts';
import type { Step } from '../step.ts';

/** A call whose fingerprint is altered on its way: a path is found, and the handshake on it fails. */
export const steps: readonly Step[] = [
	johnMakesCertificate,
	johnCreatesPeerConnection,
	johnCreatesChannel,
	johnOffers,
	fingerprintIsAltered,
	janeCreatesPeerConnection,
	janeSetsRemoteDescription,
	janeAnswers,
	theyHangUp
];
