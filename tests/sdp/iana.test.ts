import { describe, expect, it } from 'vitest';
import { annotate, REGISTERED_ATTRIBUTES } from '../../src/lib/sdp';

const entries = [...REGISTERED_ATTRIBUTES.values()];

/**
 * The registry as RFC 8859, 15.2.2 to 15.2.5, lists it. Left out: values of attributes (`type:test`), a
 * level that another one includes, and ice-options, which RFC 8839, 5.6 allows in sections as well.
 */
const RFC_8859: Readonly<Record<string, string>> = {
	session:
		'cat keywds type charset tool ipbcp group ice-lite bcastversion 3GPP-Integrity-Key 3GPP-SDP-Auth alt-group PSCid bc_service bc_program bc_service_package sescap rtsp-ice-d-m',
	both: 'recvonly sendrecv sendonly sdplang lang h248item sqn cdsc cpar cparmin cparmax rtcp-xr maxprate setup connection key-mgmt source-filter inactive fingerprint flute-tsi flute-ch FEC-declaration FEC-OTI-extension content-desc ice-pwd ice-ufrag stkmstream extmap qos-mech-send qos-mech-recv csup creq acap tcap 3GPP-QoE-Metrics 3GPP-Asset-Information mbms-mode mbms-repair ike-setup psk-fingerprint multicast-rtcp rmcap omcap mfcap mscap 3gpp.iut.replication bcap ccap icap 3gpp_sync_info 3gpp_MaxRecvSDUSize etag duplication-delay range control mtag ts-refclk mediaclk calgextmap',
	media:
		'ptime orient framerate quality rtpmap fmtp rtpred1 rtpred2 T38FaxVersion T38MaxBitRate T38FaxFillBitRemoval T38FaxTranscodingMMR T38FaxTranscodingJBIG T38FaxRateManagement T38FaxMaxBuffer T38FaxMaxDatagram T38FaxUdpEC maxptime des curr conf mid rtcp rtcp-fb label T38VendorInfo crypto eecid aalType capability qosClass bcob stc upcc atmQOSparms atmTrfcDesc abrParms abrSetup bearerType lij anycast cache bearerSigIE aalApp cbrRate sbc clkrec fec prtfl structure cpsSDUsize aal2CPS aal2CPSSDUrate aal2sscs3661unassured aal2sscs3661assured aal2sscs3662 aal5sscop atmmap silenceSupp ecan gc profileDesc vsel dsel fsel onewaySel codecconfig isup_usi uiLayer1_Prot chain floorctrl confid userid floorid FEC accept-types accept-wrapped-types max-size path dccp-service-code rtcp-mux candidate ice-mismatch remote-candidates SRTPAuthentication SRTPROCTxRate rtcp-rsize file-selector file-transfer-id file-disposition file-date file-icon file-range depend ssrc ssrc-group rtcp-unicast pcfg acfg zrtp-hash X-predecbufsize X-initpredecbufperiod X-initpostdecbufperiod X-decbyterate 3gpp-videopostdecbufsize framesize 3GPP-SRTP-Config alt alt-default-id 3GPP-Adaptation-Support mbms-flowid fec-source-flow fec-repair-flow repair-window rams-updates imageattr cfw-id portmapping-req g.3gpp.cat g.3gpp.crs ecn-capable-rtp visited-realm secondary-realm omr-s-cksum omr-m-cksum omr-codecs omr-m-att omr-s-att omr-m-bw omr-s-bw msrp-cema dccp-port resource channel cmid content lcfg loopback loopback-source loopback-mirror chatroom altc T38FaxMaxIFP T38FaxUdpECDepth T38FaxUdpFECMaxSpan T38ModemType cs-correlation rtcp-idms',
	source: 'cname previous-ssrc'
};

describe('the IANA registry of attributes', () => {
	it('has every attribute once, with level, reference and link', () => {
		expect(entries.length).toBeGreaterThan(260);
		for (const { name, reference, spec } of entries) {
			expect(name).toMatch(/^[A-Za-z0-9_.-]+$/);
			expect(reference).not.toBe('');
			expect(spec.url).toMatch(/^https:\/\//);
		}
	});

	it.each(Object.entries(RFC_8859))(
		'has what RFC 8859 lists as registered with the level %s',
		(level, names) => {
			const missing = names.split(' ').filter((name) => !REGISTERED_ATTRIBUTES.has(name));
			expect(missing).toEqual([]);
			const otherwise = names
				.split(' ')
				.filter((name) => REGISTERED_ATTRIBUTES.get(name)?.level !== level);
			expect(otherwise).toEqual([]);
		}
	);

	it('makes every registered attribute known, with its level and reference', () => {
		for (const { name, level, spec } of entries) {
			const [line] = annotate(`a=${name}:1`).lines;
			expect(line, name).toMatchObject({ known: true, attribute: name });
			expect(line?.level, name).toBe(level);
			expect(line?.spec?.document, name).toBeTruthy();
			expect(line?.explanation, name).toMatch(/\.$/);
			if (line?.rule === undefined) expect(line?.spec, name).toEqual(spec);
		}
	});

	it('names level and reference where no rule says more', () => {
		const [line] = annotate('a=T38MaxBitRate:14400').lines;
		expect(line?.explanation).toBe(
			'“T38MaxBitRate” is registered with IANA (ITU-T T.38, for media sections); WebRTC has no use for it.'
		);
	});

	it('does not know what IANA does not list', () => {
		const [line] = annotate('a=x-unheard-of:1').lines;
		expect(line).toMatchObject({ known: false, spec: null, usage: null, level: null });
		expect(line?.explanation).toMatch(/“x-unheard-of”, which no known specification defines/);
	});
});
