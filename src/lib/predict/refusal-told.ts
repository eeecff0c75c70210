import type { TraceEntry } from '../trace/entry';
import type { Check } from './check';
import { eventsOf, shown, stepOf } from './reading.ts';

/** What is told for each address of the machine from which a server was not reached: others say more. */
const NOT_REACHED = 701;
const codeOf = ({ data }: Pick<TraceEntry, 'data'>) =>
	(data as { errorCode?: number } | undefined)?.errorCode;
const TYPE = / typ (\S+)/;

/**
 * How a page is told that its TURN server refuses it: an event, and the rest of what is gathered as ever (webrtc-pc,
 * 4.8.3). The answer is that of the step in which John’s servers were to be asked with a password for the first time.
 */
export const refusalTold: Check = {
	answers: ['an event', 'nothing', 'a rejected promise', 'a relayed candidate'],
	expected: 'an event',
	read(view, entries) {
		const all = shown(view, entries);
		const asks = (urls: unknown) => /"turns?:/i.test(JSON.stringify(urls ?? null));
		const configured = view.calls.find(
			({ peer, name, args }) => peer === 'john' && name === 'setConfiguration' && asks(args)
		);
		const call = view.calls.find(
			({ peer, name, seq }) =>
				peer === 'john' && name === 'setLocalDescription' && seq > (configured?.seq ?? Infinity)
		);
		if (!call || call.status === 'pending') return null;
		if (call.status === 'rejected') {
			const proof = `setLocalDescription failed with ${call.error?.name}.`;
			return { is: 'a rejected promise', proof, seq: call.seq };
		}
		const step = stepOf(all, call.step);
		const errors = eventsOf(step.entries, 'john', 'icecandidateerror').filter(({ data }) =>
			asks(data)
		);
		const told = errors.find((one) => codeOf(one) !== NOT_REACHED) ?? errors[0];
		const types = eventsOf(step.entries, 'john', 'icecandidate').flatMap(({ seq, data }) => {
			const { candidate } = data as { candidate?: { candidate?: string } | null };
			const type = TYPE.exec(candidate?.candidate ?? '')?.[1];
			return type ? [{ type, seq }] : [];
		});
		const relayed = types.find(({ type }) => type === 'relay');
		if (relayed) {
			return {
				is: 'a relayed candidate',
				proof: 'A candidate “typ relay” was told.',
				seq: relayed.seq
			};
		}
		const others = [...new Set(types.map(({ type }) => type))].sort().join(', ') || 'none';
		if (told) {
			const { url } = told.data as { url?: string };
			return {
				is: 'an event',
				proof: `icecandidateerror ${codeOf(told)} for ${url}; the candidates beside it: ${others}.`,
				seq: told.seq
			};
		}
		if (!step.isOver) return null;
		return {
			is: 'nothing',
			proof: `Gathering was over without an error; the candidates: ${others}.`,
			seq: step.last
		};
	}
};
