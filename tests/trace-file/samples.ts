import { Recording } from '../trace/recording';

const OFFER = {
	type: 'offer',
	sdp: [
		'v=0',
		'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'm=audio 50001 UDP/TLS/RTP/SAVPF 111',
		'c=IN IP4 10.1.2.3',
		'a=rtcp:9 IN IP4 0.0.0.0',
		'a=candidate:1 1 udp 2122260223 10.1.2.3 50001 typ host generation 0 network-id 1',
		'a=candidate:2 1 udp 2122194687 fd00:1:2::3 50002 typ host generation 0 network-id 2',
		'a=candidate:3 1 udp 1686052607 84.112.9.7 50003 typ srflx raddr 10.1.2.3 rport 50001',
		'a=ice-ufrag:x9Kd',
		'a=ice-pwd:Zp0+kk/1Qb7xYH2sTfR4vL9w',
		'a=fingerprint:sha-256 AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89',
		'a=setup:actpass',
		'a=mid:0',
		'a=rtpmap:111 opus/48000/2',
		''
	].join('\r\n')
};

export const CANDIDATE = {
	candidate:
		'candidate:4 1 udp 2113937151 6a5b8386-6203-4e67-979c-eed3f7e382d4.local 60318 typ host generation 0 ufrag x9Kd network-cost 999',
	sdpMid: '0',
	sdpMLineIndex: 0,
	usernameFragment: 'x9Kd'
};

const end = (address: string | null, port: number | null, type = 'host') => ({
	type,
	address,
	port,
	protocol: 'udp'
});

export const STATS = {
	at: 1010,
	pairs: [
		{
			id: 'CP1',
			state: 'succeeded',
			nominated: true,
			local: {
				...end('10.1.2.3', 50001),
				id: 'L1',
				priority: 2122260223,
				foundation: '1',
				usernameFragment: 'x9Kd',
				tcpType: 'passive',
				relayProtocol: 'udp'
			},
			remote: end('172.20.1.9', 40000, 'prflx'),
			checks: { requestsSent: 1, responsesReceived: 1, requestsReceived: 2, responsesSent: 2 },
			priority: 9115005270282354000,
			roundTripTime: 0.001,
			totalRoundTripTime: 0.002,
			bytesSent: 10,
			bytesReceived: 20
		}
	],
	selected: {
		id: 'CP1',
		local: end('10.1.2.3', 50001),
		remote: end(null, null, 'prflx'),
		roundTripTime: 0.001
	},
	dtls: {
		state: 'connected',
		role: 'client',
		cipher: 'TLS_AES_128_GCM_SHA256',
		srtp: null,
		version: 'FEFC',
		localCertificate: { algorithm: 'sha-256', fingerprint: 'AB:CD' }
	},
	ice: { role: 'controlling', state: 'connected' },
	inbound: [
		{
			kind: 'video',
			mid: '1',
			codec: 'video/VP8',
			packets: 12,
			bytes: 3400,
			frames: 3,
			framesPerSecond: 20,
			frameWidth: 640,
			frameHeight: 360,
			packetsLost: 0,
			jitter: 0.002,
			ssrc: 4107447981,
			reported: { roundTripTime: 0.001, fractionLost: 0, packetsLost: 0, jitter: 0.001 }
		}
	],
	outbound: []
};

/** Two attempts of a call that has addresses and credentials in it. */
export function callWithSecrets(): Recording {
	const one = new Recording();
	one.attempt();
	one.done('john', 'RTCPeerConnection');
	one.attempt('restart');
	one.begin('john-creates-offer');
	one.done('john', 'RTCPeerConnection', {
		iceServers: [{ urls: 'turn:84.112.9.1:3478', username: 'anna', credential: 'a secret' }]
	});
	one.changed('john', { signalingState: 'stable', iceConnectionState: 'new' });
	one.done('john', 'createOffer', null, OFFER);
	one.end('john-creates-offer');
	one.begin('john-sets-local-description');
	one.done('john', 'setLocalDescription', OFFER);
	one.changed('john', { signalingState: 'have-local-offer', pendingLocalDescription: OFFER });
	one.event('john', 'icecandidate', { candidate: CANDIDATE });
	one.event('john', 'icecandidate', { candidate: CANDIDATE });
	one.event('john', 'icecandidate', { candidate: null });
	one.sent('john', 1, { description: OFFER });
	one.sent('john', 2, { candidate: CANDIDATE });
	one.delivered('jane', 1, 'description');
	const refused = one.call('jane', 'addIceCandidate', CANDIDATE);
	one.error('jane', 'addIceCandidate', refused, {
		name: 'OperationError',
		message: 'Candidate 84.112.9.7:50003 of x9Kd was refused; try #2'
	});
	one.stats('john', STATS);
	one.event('jane', 'track', { kind: 'video', id: 'v', label: 'remote', mid: '0', streams: ['s'] });
	one.lost('john', 'The browser gave 84.112.9.7 up.');
	return one;
}

/** A call with transceivers that change, and a data channel. */
export function callWithParts(): Recording {
	const one = new Recording();
	const place = { transceiver: 0, mid: '0' };
	const chat = { channel: 0, label: 'chat', id: 1 };
	one.attempt();
	one.done('john', 'RTCPeerConnection');
	one.changed('john', {
		transceivers: [
			{
				...place,
				kind: 'video',
				direction: 'sendrecv',
				currentDirection: null,
				track: 'v',
				stopped: false,
				encodings: [
					{ rid: 'q', active: true, scaleResolutionDownBy: 4 },
					{ rid: 'f', active: false }
				]
			}
		]
	});
	const nothing = one.call('john', 'addTrack', null);
	one.error('john', 'addTrack', nothing, { name: 'TypeError', message: 'It is no track.' });
	one.done('john', 'transceiver.direction', { ...place, value: 'inactive' });
	one.done('john', 'createDataChannel', { label: 'chat', init: null }, { ...chat, id: null });
	one.event('john', 'channel.open', chat);
	one.done('john', 'channel.send', { ...chat, type: 'string', size: 5, text: 'Hello' });
	one.event('john', 'channel.message', { ...chat, type: 'Blob', size: 2 });
	one.event('john', 'channel.bufferedamountlow', chat);
	one.event('john', 'channel.error', { ...chat, name: 'OperationError', message: 'aborted' });
	one.done('john', 'channel.close', chat);
	one.event('john', 'channel.closing', chat);
	one.event('john', 'channel.close', chat);
	one.event('john', 'dtls.statechange', { mids: ['0'], state: 'closed' });
	one.sent('jane', 1, { description: { type: 'answer', sdp: 'v=0\r\n' } });
	const altered = { description: { type: 'answer', sdp: 'v=1\r\n' } };
	one.altered('john', 1, altered, { removed: ['v=0'], added: ['v=1'] });
	one.delivered('john', 1, 'description');
	return one;
}
