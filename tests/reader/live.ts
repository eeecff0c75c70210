import { mount, unmount, type ComponentProps } from 'svelte';
import { afterEach, beforeEach } from 'vitest';
import { follow } from '../../src/lib/state/follow.svelte';
import '../../src/lib/ui/theme.css';
import Reader from '../../src/lib/ui/sdp/Reader.svelte';

const ends: (() => void)[] = [];

/** An offer of this browser with sound, picture and data, once as created and once with candidates. */
export async function liveOffer(): Promise<{ created: string; gathered: string }> {
	const pc = new RTCPeerConnection();
	ends.push(() => pc.close());
	pc.addTransceiver('audio');
	pc.addTransceiver('video');
	pc.createDataChannel('data');
	const { sdp: created = '' } = await pc.createOffer();
	const gathering = new Promise((resolve) => {
		pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && resolve(null);
	});
	await pc.setLocalDescription({ type: 'offer', sdp: created });
	await gathering;
	return { created, gathered: pc.localDescription!.sdp };
}

type Props = ComponentProps<typeof Reader>;

/** A reader in something that scrolls, as high as there is room for it in the panel. */
export function read(props: Partial<Props> & { text: string }, width = 830) {
	const target = document.createElement('div');
	target.style.cssText = `width: ${width}px; height: 300px; overflow: auto`;
	document.body.append(target);
	const reader = mount(Reader, {
		target,
		props: { label: 'John’s offer', id: 'offer', peer: 'john' as const, ...props }
	});
	ends.push(() => {
		void unmount(reader);
		target.remove();
	});
	const all = (selector: string) => [...target.querySelectorAll<HTMLElement>(selector)];
	return {
		target,
		all,
		/** The rows of one kind that are drawn now. */
		rows: (kind: 'section' | 'line' | 'token') => all(`[role="row"].${kind}`),
		row: (key: string) => target.querySelector<HTMLElement>(`[data-key="${key}"]`)!,
		/** The key of the row with the focus. */
		focused: () => (document.activeElement as HTMLElement).dataset.key,
		search: (text: string) => {
			const input = target.querySelector<HTMLInputElement>('input[type="search"]')!;
			input.value = text;
			input.dispatchEvent(new Event('input', { bubbles: true }));
		},
		check: (label: string) => {
			const box = all('label').find((one) => one.textContent?.includes(label));
			box!.querySelector('input')!.click();
		}
	};
}

/** Ends what a test began. */
export function endAll(): void {
	for (const end of ends.splice(0)) end();
}

/** Has each test of a file begin with nothing seen, followed or linked to, and end what it began. */
export function afresh(): void {
	beforeEach(() => localStorage.removeItem('parley:seen-lines'));

	afterEach(() => {
		endAll();
		follow.clear();
		history.replaceState(null, '', location.pathname + location.search);
	});
}

/** A description with so many lines at least, of sections of a real one. */
export function longer(sdp: string, lines: number): string {
	const [head = '', ...sections] = sdp.split(/(?=^m=)/m);
	const body = sections.join('');
	const times = Math.ceil(lines / body.split('\n').length);
	let mid = 0;
	const bodies = Array.from({ length: times }, () =>
		body.replace(/^a=mid:.*?(\r?)$/gm, (_, end: string) => `a=mid:${mid++}${end}`)
	);
	return head + bodies.join('');
}
