import type { Step } from '../step';

/** With the same servers of STUN: John’s relay lets in only whom he names, and her NAT has a name for her. */
export const janeCreatesPeerConnection: Step = {
	id: 'jane-creates-peer-connection',
	jane({ jane, servers, RTCPeerConnection }) {
		jane.pc = new RTCPeerConnection({ iceServers: servers.stun, iceTransportPolicy: 'all' });
		jane.pc.onicecandidate = ({ candidate }) => jane.send({ candidate });
		jane.pc.ontrack = ({ track }) => jane.remote.addTrack(track);
	}
};
