import { Inbox } from './inbox';
import type { Wire } from './wire';

class MemoryEnd implements Wire {
	other: MemoryEnd | undefined;
	readonly inbox = new Inbox();

	send(text: string): void {
		if (!this.inbox.isClosed) this.other?.inbox.arrive(text);
	}

	listen(listener: (text: string) => void): () => void {
		return this.inbox.listen(listener);
	}

	close(): void {
		this.inbox.close();
	}
}

/** Both ends of a wire within one page. */
export function memoryWire(): [Wire, Wire] {
	const ends = [new MemoryEnd(), new MemoryEnd()] as const;
	ends[0].other = ends[1];
	ends[1].other = ends[0];
	return [ends[0], ends[1]];
}
