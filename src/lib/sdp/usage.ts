import type { Usage } from './types';

/** Written by every browser that does WebRTC. */
export const WEBRTC: Usage = { kind: 'standard', by: 'WebRTC' };
/** Part of SDP; browsers do not write it. */
export const SDP: Usage = { kind: 'standard', by: 'SDP in general; browsers do not write it' };

export function standard(by: string): Usage {
	return { kind: 'standard', by };
}

export function legacy(by: string): Usage {
	return { kind: 'legacy', by };
}

export function vendor(by: string): Usage {
	return { kind: 'vendor', by };
}
