import { otherPeer, type Json, type PeerName, type TraceEntry } from './entry';
import { alterationWords, ON_ITS_WAY, waitingFor } from './fate';
import { whole } from './numbers';
import { isSummedUp, partCallWords, partEventWords } from './part-words';
import { STATE_NAMES } from './view-peer';
import { finish, type Work } from './work';

/** So many characters of a text are written; a diagram is no place for a description. */
const LONGEST = 100;

/**
 * What ends a message, begins an entity, a comment or a tag in Mermaid. Each is written as an
 * entity code, which Mermaid gives back as the character.
 */
const SPECIAL = /[#;%<>&"{}\\`]/g;

/** Text that Mermaid shows as it is, whatever it says. */
export function mermaidText(text: string): string {
	const line = [...text.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim()];
	const cut = line.length > LONGEST ? `${line.slice(0, LONGEST - 1).join('')}…` : line.join('');
	return (
		(cut || '–')
			.replace(SPECIAL, (char) => `#${char.charCodeAt(0)};`)
			// A message that begins so would be an instruction how to break its lines.
			.replace(/^((?:no)?wrap):/, '$1#58;')
	);
}

/**
 * A session as a Mermaid sequence diagram: calls are arrows to oneself, messages dashed arrows,
 * events and states are notes, and each step is a shaded block. Only the last attempt is drawn; a
 * comment says how many entries the earlier ones have.
 * @see https://mermaid.js.org/syntax/sequenceDiagram.html
 */
export function toMermaid(entries: readonly TraceEntry[]): string {
	return finish(drawingMermaid(entries));
}

/** The same, one entry at a time. */
export function* drawingMermaid(entries: readonly TraceEntry[]): Work<string> {
	const attempt = entries.at(-1)?.attempt ?? 0;
	const current = entries.filter((entry) => entry.attempt === attempt);
	const earlier = entries.length - current.length;
	const drawing = new Drawing();
	for (const entry of current) {
		drawing.know(entry);
		yield;
	}
	for (const entry of current) {
		drawing.add(entry);
		yield;
	}
	const lines = [
		'sequenceDiagram',
		...(earlier > 0 ? [`%% ${earlier} entries of earlier attempts are left out`] : []),
		'participant john as John',
		'participant jane as Jane',
		...drawing.finish()
	];
	return `${lines.join('\n\t')}\n`;
}

/** Writes the lines, and remembers what a later line depends on. */
class Drawing {
	readonly #lines: string[] = [];
	/** How each call was settled, by the `seq` of the call. */
	readonly #settled = new Map<number, TraceEntry>();
	readonly #delivered = new Map<string, TraceEntry>();
	readonly #milestones = new Set<string>();
	#inStep = false;
	/** Events of one name in a row are counted, and written when another line follows. */
	#run: { peer: PeerName; words: string; count: number } | null = null;

	/** Takes in how a call or a message came out; before the first line is written. */
	know(entry: TraceEntry): void {
		if (entry.call !== undefined) this.#settled.set(entry.call, entry);
		if (entry.kind === 'delivered' && entry.peer) {
			this.#delivered.set(`${otherPeer(entry.peer)} ${idOf(entry)}`, entry);
		}
	}

	add(entry: TraceEntry): void {
		const { kind, peer, name, data } = entry;
		if (kind === 'step') return this.#step(entry);
		if (kind === 'deed') return this.#deed(entry);
		if (peer === null) return;
		switch (kind) {
			case 'call':
				return this.#line(`${peer}->>${peer}: ${mermaidText(this.#callWords(entry))}`);
			case 'event':
				return isSummedUp(name) ? undefined : this.#event(peer, eventWords(name, data));
			case 'changed':
				for (const words of stateWords(data)) this.#note(peer, words);
				return;
			case 'sent': {
				const received = this.#delivered.get(`${peer} ${idOf(entry)}`);
				const words = mermaidText(messageWords(entry));
				const arrow = received ? '-->>' : '--x';
				const end = received ? words : `${words} (${waitingFor(otherPeer(peer))})`;
				return this.#line(`${peer}${arrow}${otherPeer(peer)}: ${end}`);
			}
			case 'altered':
				return this.#note(peer, `${name} ${alterationWords(data as never)}`);
			case 'postponed':
			case 'repeated':
			case 'dropped':
				return this.#note(peer, `${name} ${ON_ITS_WAY[kind]}`);
			case 'delivered':
				return this.#note(peer, `receives ${name}`);
			case 'stats':
				for (const words of this.#milestonesOf(peer, data)) this.#note(peer, words);
				return;
			case 'lost':
				return this.#note(peer, `connection lost: ${text(data, 'explanation')}`);
			default:
				return;
		}
	}

	finish(): string[] {
		this.#endStep();
		return this.#lines;
	}

	#step(entry: TraceEntry): void {
		const id = text(entry.data, 'id');
		if (entry.name === 'begin') {
			this.#endStep();
			this.#lines.push('rect rgba(128, 128, 128, 0.12)');
			this.#inStep = true;
			this.#line(`note over john,jane: ${mermaidText(id.replaceAll('-', ' '))}`);
		} else if (entry.name === 'fail') {
			const error = member(entry.data, 'error');
			this.#line(`note over john,jane: ${mermaidText(`refused: ${text(error, 'name')}`)}`);
		}
	}

	/** Somebody did something to the call beside its steps. */
	#deed({ name, data }: TraceEntry): void {
		const words =
			name === 'fail' ? `refused: ${text(member(data, 'error'), 'name')}` : `on purpose: ${name}`;
		this.#line(`note over john,jane: ${mermaidText(words)}`);
	}

	#endStep(): void {
		this.#writeRun();
		if (this.#inStep) this.#lines.push('end');
		this.#inStep = false;
	}

	#callWords({ seq, name, data, at }: TraceEntry): string {
		const telling = text(data, 'type') || text(data, 'kind');
		const call =
			name === 'RTCPeerConnection'
				? 'new RTCPeerConnection()'
				: (partCallWords(name, data) ?? `${name}(${telling})`);
		const settled = this.#settled.get(seq);
		if (!settled) return `${call} … pending`;
		const took = settled.at - at;
		const time = took >= 0.5 ? ` ${whole(took)} ms` : '';
		return settled.kind === 'result'
			? `${call} ✓${time}`
			: `${call} ✕ ${text(settled.data, 'name') || 'Error'}${time}`;
	}

	#event(peer: PeerName, words: string): void {
		if (this.#run?.peer === peer && this.#run.words === words) {
			this.#run.count += 1;
			return;
		}
		this.#writeRun();
		this.#run = { peer, words, count: 1 };
	}

	#writeRun(): void {
		if (!this.#run) return;
		const { peer, words, count } = this.#run;
		this.#run = null;
		this.#note(peer, count > 1 ? `${words} ×${count}` : words);
	}

	#milestonesOf(peer: PeerName, data: Json | undefined): string[] {
		const selected = member(data, 'selected');
		const inbound = member(data, 'inbound');
		const decoded =
			Array.isArray(inbound) &&
			inbound.some((rtp) => text(rtp, 'kind') === 'video' && Number(member(rtp, 'frames')) > 0);
		const now = { 'pair selected': Boolean(selected), 'first frame decoded': decoded };
		return Object.entries(now)
			.filter(([words, is]) => is && !this.#milestones.has(`${peer} ${words}`))
			.map(([words]) => {
				this.#milestones.add(`${peer} ${words}`);
				return words;
			});
	}

	#note(peer: PeerName, words: string): void {
		this.#line(`note over ${peer}: ${mermaidText(words)}`);
	}

	#line(line: string): void {
		this.#writeRun();
		this.#lines.push(this.#inStep ? `\t${line}` : line);
	}
}

function member(data: Json | undefined, name: string): Json | undefined {
	return typeof data === 'object' && data !== null && !Array.isArray(data) ? data[name] : undefined;
}

function text(data: Json | undefined, name: string): string {
	const value = member(data, name);
	return typeof value === 'string' ? value : '';
}

function idOf(entry: TraceEntry): string {
	return String(member(entry.data, 'id'));
}

function messageWords(entry: TraceEntry): string {
	const message = member(entry.data, 'message');
	const candidate = member(message, 'candidate');
	// The end of one transport's, or, with null, of all (webrtc-pc, 4.8.2).
	if (candidate === null || member(candidate, 'candidate') === '') return 'no more candidates';
	if (candidate !== undefined) return text(candidate, 'candidate') || 'candidate';
	return text(member(message, 'description'), 'type') || entry.name;
}

function eventWords(name: string, data: Json | undefined): string {
	if (name === 'icecandidate' && member(data, 'candidate') === null) {
		return 'icecandidate null, gathering is over';
	}
	if (name === 'track') return `track ${text(data, 'kind')}`;
	const words = partEventWords(name, data);
	if (words !== null) return words;
	const side = text(data, 'side');
	return side === '' ? name : `${name} ${side} ${text(data, 'kind')}`;
}

function stateWords(data: Json | undefined): string[] {
	return STATE_NAMES.flatMap((name) => {
		const value = text(data, name);
		return value === '' ? [] : [`${name} → ${value}`];
	});
}
