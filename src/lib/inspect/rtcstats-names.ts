import { callName } from './call-names';

/**
 * The numbers that rtcstats writes in place of names to save room. A list stands for consecutive
 * numbers.
 * @see https://github.com/rtcstats/rtcstats, packages/rtcstats-shared
 */
const METHODS: readonly (readonly [from: number, names: string])[] = [
	[1, 'getStats createOffer createOfferOnSuccess createAnswer createAnswerOnSuccess'],
	[6, 'setLocalDescription setLocalDescriptionOnSuccess'],
	[8, 'setRemoteDescription setRemoteDescriptionOnSuccess'],
	[10, 'addIceCandidate addIceCandidateOnSuccess createOfferOnFailure createAnswerOnFailure'],
	[14, 'setLocalDescriptionOnFailure setRemoteDescriptionOnFailure addIceCandidateOnFailure'],
	[20, 'onicecandidate onicecandidateerror ontrack onsignalingstatechange'],
	[24, 'oniceconnectionstatechange onconnectionstatechange onicegatheringstatechange'],
	[27, 'onnegotiationneeded ondatachannel'],
	[30, 'addTrack addTrackOnSuccess addTransceiver addTransceiverOnSuccess removeTrack'],
	[35, 'createDataChannel close restartIce setConfiguration create constraints'],
	[41, 'setCodecPreferences setHeaderExtensionsToNegotiate'],
	[50, 'setParameters replaceTrack'],
	[60, 'navigator.mediaDevices.getUserMedia navigator.mediaDevices.getUserMediaOnSuccess'],
	[63, 'navigator.mediaDevices.getDisplayMedia navigator.mediaDevices.getDisplayMediaOnSuccess'],
	[65, 'navigator.mediaDevices.getUserMediaOnFailure navigator.mediaDevices.enumerateDevices'],
	[67, 'navigator.mediaDevices.ondevicechange navigator.mediaDevices.getDisplayMediaOnFailure'],
	[70, 'MediaStreamTrack.stop MediaStreamTrack.applyConstraints MediaStreamTrack.onended'],
	[73, 'MediaStreamTrack.onmute MediaStreamTrack.onunmute'],
	[80, 'HTMLMediaElement.resize']
];

const TYPES: readonly (readonly [from: number, names: string])[] = [
	[1, 'inbound-rtp outbound-rtp remote-inbound-rtp remote-outbound-rtp transport candidate-pair'],
	[7, 'local-candidate remote-candidate data-channel peer-connection certificate media-source'],
	[13, 'media-playout codec']
];

const MEMBERS: readonly (readonly [from: number, names: string])[] = [
	[
		4,
		'payloadType transportId mimeType clockRate channels sdpFmtpLine ssrc kind codecId mediaType'
	],
	[14, 'packetsReceived packetsLost jitter trackIdentifier mid remoteId framesDecoded'],
	[
		21,
		'keyFramesDecoded framesDropped frameWidth frameHeight framesPerSecond qpSum totalDecodeTime'
	],
	[
		28,
		'totalInterFrameDelay totalSquaredInterFrameDelay pauseCount totalPausesDuration freezeCount'
	],
	[33, 'totalFreezesDuration lastPacketReceivedTimestamp headerBytesReceived packetsDiscarded'],
	[37, 'fecPacketsReceived fecPacketsDiscarded fecBytesReceived fecSsrc bytesReceived nackCount'],
	[43, 'firCount pliCount totalProcessingDelay estimatedPlayoutTimestamp jitterBufferDelay'],
	[48, 'jitterBufferTargetDelay jitterBufferEmittedCount jitterBufferMinimumDelay'],
	[51, 'totalSamplesReceived concealedSamples silentConcealedSamples concealmentEvents'],
	[55, 'insertedSamplesForDeceleration removedSamplesForAcceleration audioLevel totalAudioEnergy'],
	[59, 'totalSamplesDuration framesReceived decoderImplementation playoutId powerEfficientDecoder'],
	[64, 'framesAssembledFromMultiplePackets totalAssemblyTime contentType googTimingFrameInfo'],
	[68, 'retransmittedPacketsReceived retransmittedBytesReceived rtxSsrc'],
	[71, 'totalCorruptionProbability totalSquaredCorruptionProbability corruptionMeasurements'],
	[
		74,
		'localId roundTripTime totalRoundTripTime fractionLost roundTripTimeMeasurements packetsSent'
	],
	[80, 'bytesSent mediaSourceId rid encodingIndex headerBytesSent retransmittedPacketsSent'],
	[86, 'retransmittedBytesSent targetBitrate totalEncodedBytesTarget framesSent hugeFramesSent'],
	[91, 'framesEncoded keyFramesEncoded totalEncodeTime totalPacketSendDelay'],
	[95, 'qualityLimitationReason qualityLimitationDurations qualityLimitationResolutionChanges'],
	[98, 'encoderImplementation powerEfficientEncoder active scalabilityMode remoteTimestamp'],
	[103, 'reportsSent echoReturnLoss echoReturnLossEnhancement width height frames'],
	[109, 'synthesizedSamplesDuration synthesizedSamplesEvents totalPlayoutDelay totalSamplesCount'],
	[113, 'dataChannelsOpened dataChannelsClosed label protocol dataChannelIdentifier state'],
	[119, 'messagesSent messagesReceived iceRole iceLocalUsernameFragment dtlsState iceState'],
	[125, 'selectedCandidatePairId localCertificateId remoteCertificateId tlsVersion dtlsCipher'],
	[130, 'dtlsRole srtpCipher selectedCandidatePairChanges rtcpTransportStatsId address port'],
	[136, 'candidateType priority url relayProtocol foundation relatedAddress relatedPort'],
	[143, 'usernameFragment tcpType networkType isRemote ip localCandidateId remoteCandidateId'],
	[150, 'nominated lastPacketSentTimestamp currentRoundTripTime availableOutgoingBitrate'],
	[154, 'availableIncomingBitrate requestsReceived requestsSent responsesReceived responsesSent'],
	[159, 'consentRequestsSent packetsDiscardedOnSend bytesDiscardedOnSend writable fingerprint'],
	[164, 'fingerprintAlgorithm base64Certificate issuerCertificateId psnrMeasurements psnrSum'],
	[169, 'packetsReceivedWithEct1 packetsReceivedWithCe packetsReportedAsLost'],
	[172, 'packetsReportedAsLostButRecovered packetsWithBleachedEct1Marking packetsSentWithEct1'],
	[175, 'ccfbMessagesSent ccfbMessagesReceived']
];

function table(lists: typeof METHODS): Map<string, string> {
	return new Map(
		lists.flatMap(([from, names]) =>
			names.split(' ').map((name, index): [string, string] => [String(from + index), name])
		)
	);
}

const methods = table(METHODS).set('g', 'getStats');
const types = table(TYPES);
const members = table(MEMBERS).set('t', 'timestamp');

/** The name of a method, which may be written as a number, or in small letters. */
export function methodName(method: string | number): string {
	return methods.get(String(method)) ?? callName(String(method));
}

/** The type of a stats object, which may be written as a number. */
export function statsType(type: unknown): unknown {
	return types.get(String(type)) ?? type;
}

/** The name of a stats object's member, which may be written as a number. */
export function memberName(member: string): string {
	return members.get(member) ?? member;
}
