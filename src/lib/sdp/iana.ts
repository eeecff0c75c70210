import { doc, rfc } from './spec';
import type { Level, Spec, Usage } from './types';
import { legacy, standard } from './usage';

/** An attribute of the IANA registry "attribute-name (formerly att-field)" of SDP parameters. */
export interface RegisteredAttribute {
	readonly name: string;
	readonly level: Level;
	readonly levelInWords: string;
	/** The document that defines it: `RFC 4568`, `3GPP TS 24.229`. */
	readonly reference: string;
	readonly spec: Spec;
	readonly usage: Usage;
}

/** The registry itself. */
export const REGISTRY_URL = 'https://www.iana.org/assignments/sdp-parameters';

const LEVELS: Readonly<Record<Level, string>> = {
	session: 'for the session part',
	media: 'for media sections',
	both: 'for the session part and for media sections',
	source: 'for single streams, after a=ssrc'
};

const SESSION_LETTER: Readonly<Record<string, Level>> = {
	S: 'session',
	M: 'media',
	B: 'both',
	R: 'source'
};

/** RFC number, or a document that is no RFC; who uses it; names with their level in front. */
type Group = readonly [reference: number | string, by: string, names: string];

/**
 * The registry, by defining document; S, M, B and R stand for session, media, both and source.
 * Levels are those of RFC 8859, 5 or, where the two differ, of its lists of the registry in 15.2; for
 * what came later, of the defining document.
 */
const GROUPS: readonly Group[] = [
	[
		8866,
		'SDP',
		'S:cat S:keywds S:tool M:ptime M:maxptime M:rtpmap B:recvonly B:sendrecv B:sendonly B:inactive M:orient S:type S:charset B:sdplang B:lang M:framerate M:quality M:fmtp'
	],
	[
		8839,
		'ICE',
		'M:candidate M:remote-candidates S:ice-lite M:ice-mismatch B:ice-ufrag B:ice-pwd S:ice-pacing B:ice-options'
	],
	[8840, 'ICE', 'B:end-of-candidates'],
	[8122, 'DTLS and TLS', 'B:fingerprint'],
	[4145, 'connection-oriented media', 'B:setup B:connection'],
	[8842, 'DTLS', 'B:tls-id'],
	[8827, 'WebRTC', 'S:identity'],
	[5888, 'grouping', 'M:mid S:group'],
	[9143, 'BUNDLE', 'M:bundle-only'],
	[8830, 'WebRTC', 'M:msid'],
	[5576, 'RTP', 'M:ssrc M:ssrc-group R:cname R:previous-ssrc'],
	[8851, 'simulcast', 'M:rid'],
	[8853, 'simulcast', 'M:simulcast'],
	[8285, 'RTP header extensions', 'B:extmap B:extmap-allow-mixed'],
	[9335, 'SRTP', 'B:cryptex'],
	[4585, 'RTP feedback', 'M:rtcp-fb'],
	[3605, 'RTCP', 'M:rtcp'],
	[5761, 'RTCP', 'M:rtcp-mux'],
	[8858, 'RTCP', 'M:rtcp-mux-only'],
	[5506, 'RTCP', 'M:rtcp-rsize'],
	[3611, 'RTCP', 'B:rtcp-xr'],
	[8861, 'RTCP', 'B:rtcp-rgrp'],
	[5760, 'RTCP in multicast', 'M:rtcp-unicast'],
	[6128, 'RTCP in multicast', 'B:multicast-rtcp'],
	[7272, 'RTCP', 'M:rtcp-idms'],
	[8841, 'data channels', 'M:sctp-port M:max-message-size'],
	[8864, 'data channels', 'M:dcmap M:dcsa'],
	[6236, 'video', 'M:imageattr'],
	[4568, 'SRTP keys in the description', 'M:crypto'],
	[4567, 'key management', 'B:key-mgmt'],
	[6189, 'ZRTP', 'M:zrtp-hash'],
	[4574, 'applications that name media', 'M:label'],
	[4796, 'conferences', 'M:content'],
	[8373, 'negotiation of languages', 'M:hlang-send M:hlang-recv'],
	[9071, 'text in real time', 'M:rtt-mixer'],
	[3890, 'bandwidth', 'B:maxprate'],
	[5583, 'layered codecs', 'M:depend'],
	[6679, 'ECN', 'M:ecn-capable-rtp'],
	[7273, 'clocks', 'B:ts-refclk B:mediaclk'],
	[7197, 'duplicated streams', 'B:duplication-delay'],
	[7266, 'quality reports', 'B:calgextmap'],
	[4570, 'multicast', 'B:source-filter'],
	[6285, 'multicast', 'M:rams-updates'],
	[6284, 'multicast', 'M:portmapping-req'],
	[4756, 'error correction', 'M:FEC'],
	[6364, 'error correction', 'M:fec-source-flow M:fec-repair-flow M:repair-window'],
	[6849, 'tests of media', 'M:loopback M:loopback-source M:loopback-mirror'],
	[6947, 'IPv4 and IPv6 phones', 'M:altc'],
	[5762, 'DCCP', 'M:dccp-service-code'],
	[6773, 'DCCP', 'M:dccp-port'],
	[3312, 'SIP preconditions', 'M:curr M:des M:conf'],
	[5432, 'quality of service', 'B:qos-mech-send B:qos-mech-recv'],
	[7866, 'recording of SIP calls', 'B:record B:recordpref'],
	[6787, 'speech servers (MRCP)', 'M:resource M:channel M:cmid'],
	[6230, 'media servers', 'M:cfw-id'],
	[8856, 'floor control (BFCP)', 'M:floorctrl M:confid M:userid M:floorid M:bfcpver'],
	[4975, 'message sessions (MSRP)', 'M:accept-types M:accept-wrapped-types M:max-size M:path'],
	[6714, 'message sessions (MSRP)', 'M:msrp-cema'],
	[7701, 'message sessions (MSRP)', 'M:chatroom'],
	[
		5547,
		'file transfer',
		'M:file-selector M:file-transfer-id M:file-disposition M:file-date M:file-icon M:file-range'
	],
	[
		2848,
		'telephone services (PINT)',
		'B:phone-context B:clir B:Q763-nature B:Q763-plan B:Q763-INN B:require'
	],
	[3407, 'capability declaration', 'B:sqn B:cdsc B:cpar B:cparmin B:cparmax'],
	[5939, 'capability negotiation', 'M:pcfg M:acfg B:csup B:creq B:acap B:tcap'],
	[6871, 'capability negotiation', 'B:rmcap B:omcap B:mfcap B:mscap M:lcfg S:sescap'],
	[7006, 'capability negotiation', 'B:bcap B:ccap B:icap'],
	[7195, 'circuit-switched calls', 'M:cs-correlation'],
	[6193, 'virtual private networks', 'B:ike-setup B:psk-fingerprint B:ike-esp B:ike-esp-udpencap'],
	[7826, 'streaming (RTSP)', 'B:range B:control B:mtag'],
	[2326, 'streaming (RTSP 1.0)', 'B:etag'],
	[7825, 'streaming (RTSP)', 'S:rtsp-ice-d-m'],
	[
		5159,
		'mobile broadcast (OMA)',
		'S:bcastversion B:stkmstream M:SRTPAuthentication M:SRTPROCTxRate'
	],
	[
		6064,
		'mobile streaming (3GPP)',
		'M:X-predecbufsize M:X-initpredecbufperiod M:X-initpostdecbufperiod M:X-decbyterate M:3gpp-videopostdecbufsize M:framesize S:3GPP-Integrity-Key S:3GPP-SDP-Auth M:3GPP-SRTP-Config M:alt M:alt-default-id S:alt-group M:3GPP-Adaptation-Support B:3GPP-Asset-Information B:mbms-mode M:mbms-flowid B:mbms-repair B:3GPP-QoE-Metrics'
	],
	[
		3108,
		'ATM networks',
		'M:aalType M:eecid M:capability M:qosClass M:bcob M:stc M:upcc M:atmQOSparms M:atmTrfcDesc M:abrParms M:abrSetup M:bearerType M:lij M:anycast M:cache M:bearerSigIE M:aalApp M:cbrRate M:sbc M:clkrec M:fec M:prtfl M:structure M:cpsSDUsize M:aal2CPS M:aal2CPSSDUrate M:aal2sscs3661unassured M:aal2sscs3661assured M:aal2sscs3662 M:aal5sscop M:atmmap M:silenceSupp M:ecan M:gc M:profileDesc M:vsel M:dsel M:fsel M:onewaySel M:codecconfig M:isup_usi M:uiLayer1_Prot M:chain'
	],
	[
		'ETSI TS 183 063',
		'television over IP',
		'S:PSCid S:bc_service S:bc_program S:bc_service_package'
	],
	[
		'draft-ietf-rmt-flute-sdp',
		'file delivery by multicast (FLUTE)',
		'B:flute-tsi B:flute-ch B:FEC-declaration B:FEC-OTI-extension B:content-desc'
	],
	['3GPP TS 24.182', 'IMS', 'M:g.3gpp.cat'],
	['3GPP TS 24.183', 'IMS', 'M:g.3gpp.crs'],
	['3GPP TS 24.337', 'IMS', 'B:3gpp.iut.replication'],
	[
		'3GPP TS 24.229',
		'IMS',
		'M:3ge2ae M:secondary-realm M:visited-realm M:omr-m-cksum M:omr-s-cksum M:omr-m-att M:omr-s-att M:omr-m-bw M:omr-s-bw M:omr-codecs'
	],
	[
		'3GPP TS 26.114',
		'mobile phones (MTSI)',
		'B:3gpp_sync_info B:3gpp_MaxRecvSDUSize M:3gpp_mtsi_app_adapt M:predefined_ROI M:bw-info S:ccc_list M:anbr M:3gpp-qos-hint'
	],
	[
		'ITU-T T.38',
		'fax over IP',
		'M:T38FaxVersion M:T38MaxBitRate M:T38FaxFillBitRemoval M:T38FaxTranscodingMMR M:T38FaxTranscodingJBIG M:T38FaxRateManagement M:T38FaxMaxBuffer M:T38FaxMaxDatagram M:T38FaxUdpEC M:T38FaxMaxIFP M:T38FaxUdpECDepth M:T38FaxUdpFECMaxSpan M:T38ModemType M:T38VendorInfo'
	],
	['ITU-T V.152', 'modems over IP', 'M:gpmd'],
	['ITU-T Q.1970', 'telephone networks', 'S:ipbcp'],
	['ITU-T H.248.15', 'media gateways', 'B:h248item'],
	['the historic part of the registry', 'nobody any more', 'M:rtpred1 M:rtpred2']
];

/** Registered, but only so that nobody takes the name again. */
const HISTORIC = new Set(['rtpred1', 'rtpred2', 'etag', 'key-mgmt', 'crypto']);

function entries([reference, by, names]: Group): RegisteredAttribute[] {
	const document = typeof reference === 'number' ? `RFC ${reference}` : reference;
	const spec = typeof reference === 'number' ? rfc(reference) : doc(document, REGISTRY_URL);
	return names.split(' ').map((pair) => {
		const level = SESSION_LETTER[pair.charAt(0)] ?? 'both';
		const name = pair.slice(2);
		const usage = HISTORIC.has(name) ? legacy(by) : standard(by);
		return { name, level, levelInWords: LEVELS[level], reference: document, spec, usage };
	});
}

/** The whole registry, by name. */
export const REGISTERED_ATTRIBUTES: ReadonlyMap<string, RegisteredAttribute> = new Map(
	GROUPS.flatMap(entries).map((entry) => [entry.name, entry])
);

/** The entry of an attribute; undefined where IANA lists none. Names are compared with their case. */
export function registered(name: string): RegisteredAttribute | undefined {
	return REGISTERED_ATTRIBUTES.get(name);
}
