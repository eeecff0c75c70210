import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { costOfLength } from '../tools/growth';
import { findingsOf, mattersIn } from './concluded';
import { issue } from './issue';

describe('an error of another part of the page is none of a call:', () => {
	it.for([
		"Uncaught (in promise) NotAllowedError: Failed to execute 'writeText' on 'Clipboard': Document is not focused.",
		'NotAllowedError: Read permission denied.',
		"NotAllowedError: Failed to execute 'request' on 'WakeLock': The requesting page is not visible",
		'NotAllowedError: Wake Lock permission request denied',
		"NotAllowedError: Failed to execute 'requestFullscreen' on 'Element': Permissions check failed",
		"NotAllowedError: Failed to execute 'share' on 'Navigator': Permission denied",
		'NotAllowedError: Registration failed - permission denied (push)',
		'NotAllowedError: The operation either timed out or was not allowed.',
		"NotFoundError: Failed to execute 'removeChild' on 'Node': The node to be removed is not a child of this node.",
		'NotFoundError: Node.insertBefore: Child to insert before is not a child of this node',
		"NotFoundError: Failed to execute 'transaction' on 'IDBDatabase': One of the specified object stores was not found.",
		"NotFoundError: Failed to execute 'requestDevice' on 'Bluetooth': User cancelled the requestDevice() chooser.",
		'NotFoundError: Failed to call navigator.usb.requestDevice: No device selected.',
		'NotAllowedError: Clipboard.writeText: not allowed',
		'NotFoundError: The node to be removed is not a child of this node.',
		'NotReadableError: The requested file could not be read, typically due to permission problems (file handle).'
	])('%s', async (line) => {
		expect(await mattersIn(issue('connectionState: connected', line))).toEqual([]);
		expect(await mattersIn(issue(line))).toEqual([]);
		const alone = await findingsOf(line);
		expect(alone.map(({ id }) => id)).toEqual(['told.unknown-words']);
		expect(alone[0]?.claim).toContain('another part of the page');
	});

	it('one of a camera is', async () => {
		for (const line of [
			'NotAllowedError',
			'Uncaught (in promise) NotAllowedError: Permission denied by system',
			'NotAllowedError: The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
			"{name: 'NotAllowedError', message: 'Permission dismissed'}",
			'getUserMedia() failed: NotAllowedError',
			"NotAllowedError: Failed to execute 'getDisplayMedia' on 'MediaDevices': Access to the feature is disallowed"
		]) {
			expect(await mattersIn(issue(line))).toEqual(['told.device-not-allowed']);
		}
		for (const line of ['NotFoundError: Requested device not found', 'NotFoundError']) {
			expect(await mattersIn(issue(line))).toEqual(['told.device-absent']);
		}
	});

	it.for([
		['NotReadableError: Could not start audio source (Jabra USB Headset)', 'busy'],
		['getUserMedia: NotReadableError: Could not start video source, file handle in use', 'busy'],
		['NotReadableError: Could not start audio source for notification sounds', 'busy'],
		['NotFoundError: Requested device not found (bluetooth headset)', 'absent'],
		[
			'NotAllowedError: The request is not allowed by the user agent (screen share, user activation)',
			'not-allowed'
		],
		['Uncaught (in promise) NotAllowedError: Room.startCall: Permission denied', 'not-allowed']
	])('whatever else its words name: %s', async ([line, how]) => {
		expect(await mattersIn(line!)).toEqual([`told.device-${how}`]);
		expect(await mattersIn(issue(line!))).toEqual([`told.device-${how}`]);
	});

	it.for([
		"Uncaught (in promise) NotAllowedError: play() failed because the user didn't interact with the document first. https://goo.gl/xX8pDD",
		'NotAllowedError: play() can only be initiated by a user gesture.',
		'NotAllowedError: The play method is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.'
	])('that an element may not play is said as what it is: %s', async (line) => {
		const findings = await findingsOf(issue('connectionState: connected', line));
		expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
			['told.autoplay-refused', 'worth knowing']
		]);
	});
});

it('an error that names a part of WebRTC is one of a call', async () => {
	const line =
		"InvalidAccessError: Failed to construct 'RTCPeerConnection': Both username and credential are required, says the node.";
	expect((await findingsOf(line))[0]?.claim).not.toContain('another part of the page');
});

it.for([
	'(node:12345) UnhandledPromiseRejectionWarning: OperationError: ICE transport could not be started',
	'InvalidStateError: PeerManager.handleAnswer: an answer came, and no offer was open'
])('what is written of a program is of no other part of the page: %s', async (line) => {
	const [first] = await findingsOf(line);
	expect(first?.id).toBe('told.unknown-words');
	expect(first?.claim).toContain('not known here');
});

describe('the name of an error means what it means of the method that was called:', () => {
	const ON = "on 'RTCPeerConnection': ";
	it.for([
		[`InvalidAccessError: Failed to execute 'removeTrack' ${ON}x`, 'of another connection'],
		[`InvalidAccessError: Failed to execute 'getStats' ${ON}x`, 'has not this track'],
		[
			"InvalidModificationError: Failed to execute 'setParameters' on 'RTCRtpSender': x",
			'may only be read'
		],
		["OperationError: Failed to execute 'send' on 'RTCDataChannel': x", 'fills the buffer'],
		[`OperationError: Failed to execute 'createDataChannel' ${ON}x`, 'is taken'],
		[`OperationError: Failed to execute 'addIceCandidate' ${ON}x`, 'make sense'],
		['InvalidAccessError: nobody knows this', 'contradicts what was agreed']
	])('%s', async ([line, words]) => {
		expect((await findingsOf(line!))[0]?.claim).toContain(words);
	});

	it('and nothing of one that is not known', async () => {
		const line = `InvalidAccessError: Failed to execute 'frobnicate' ${ON}x`;
		expect((await findingsOf(line))[0]?.claim).not.toContain('by its name');
	});
});

describe('consent is lost', () => {
	it.for(['ICE consent expired', 'WARN pair 7: consent has expired', 'Consent freshness expired'])(
		'%s',
		async (line) => {
			expect(await mattersIn(line)).toEqual(['told.consent-lost']);
		}
	);

	it.for([
		'User consent has expired, show cookie banner',
		'consent expired for marketing',
		'Consent expired dialog closed by the user'
	])('and not that of people: %s', async (line) => {
		expect(await mattersIn(issue('connectionState: connected', line))).toEqual([]);
		expect(recognise(line).kind).toBe('unknown');
	});
});

describe('a code is no error of STUN', () => {
	it.for([
		'{"janus":"event","plugindata":{"data":{"error_code":465,"error":"Missing mandatory element (sdp)"}}}',
		'login failed {"errorCode":401,"message":"bad token"}',
		'{"errorCode":403,"message":"analytics blocked"}',
		'{"errorCode":"503","url":"https://api.example.org"}',
		'AgoraRTCError CAN_NOT_GET_GATEWAY_SERVER: error_code: 701',
		'{"errorCode":401}\n{"iceServers":[{"urls":"turn:turn.example.org"}]}',
		'your turn: errorCode: 401',
		'POST /api/turn-credentials {"errorCode": 401, "message": "TURN token expired"}',
		'could not allocate a room {"errorCode":486}',
		'TURN login at https://api.example.org:8443/turn {"errorCode":401}'
	])('%s', async (line) => {
		expect((await findingsOf(issue(line))).filter(({ id }) => /^(?:turn|stun)\./.test(id))).toEqual(
			[]
		);
	});

	it.for([
		['icecandidateerror {"errorCode":401,"errorText":"Unauthorized"}', 'turn.unauthorized'],
		['{"errorCode":401,"url":"turn:t.example.org"}', 'turn.unauthorized'],
		['{"hostCandidate":"192.0.2.1:5000","errorCode":701}', 'stun.unreachable'],
		['TURN 192.0.2.7:3478 {"errorCode":401}', 'turn.unauthorized'],
		['allocation at turn.example.org:3478 failed, errorCode: 486', 'turn.quota'],
		['errorCode: 486\nerrorText: TURN allocate\nurl: turn:t.example.org', 'turn.quota'],
		['icecandidateerror 401 turn:t.example.org errorCode: 401', 'turn.unauthorized'],
		[
			'The server turn:t.example.org:3478?transport=udp returned an error with code=701:\nTURN allocate request timed out.',
			'turn.unreachable'
		],
		[
			'{"type": "icecandidateerror", "value": "url: turn:t.example.org\\nerror_text: no\\nerror_code: 701"},',
			'turn.unreachable'
		]
	])('and one is: %s', async ([line, id]) => {
		expect((await findingsOf(issue(line!))).map((one) => one.id)).toContain(id);
		expect((await findingsOf(line!)).map((one) => one.id)).toEqual([id]);
	});
});

it('which server it was is not said where that is not told', async () => {
	const [first] = await findingsOf(
		'icecandidateerror {"errorCode":401,"errorText":"Unauthorized"}'
	);
	expect(first?.claim).toBe('A STUN or TURN server refuses the login (401, Unauthorized).');
	expect(first?.isCertain).toBe(false);
	const [named] = await findingsOf('{"errorCode":401,"url":"turn:t.example.org"}');
	expect(named?.claim).toContain('The TURN server turn:t.example.org refuses the login');
	expect(named?.isCertain).toBe(true);
});

it('codes and words take time in proportion to the length of what has them', () => {
	for (const unit of [
		'turn:a error ',
		'{"error_code":401',
		'stun:',
		'TURN a.b-{"error_code":401',
		'consent expired ',
		'NotFoundError: '
	]) {
		const make = (count: number) => `x ${unit.repeat(count)}`;
		expect(costOfLength(make, 1000, recognise)).toBeLessThan(8);
	}
});
