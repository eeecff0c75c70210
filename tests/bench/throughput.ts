/** What this process has computed so far, in ms: what else the machine does is not counted. */
function computed(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e3;
}

/** Megabytes per second of computing, in one round of about a tenth of a second. */
export function throughput(work: (text: string) => unknown, texts: readonly string[]): number {
	const size = texts.reduce((sum, text) => sum + text.length, 0);
	const begin = computed();
	let done = 0;
	while (computed() - begin < 100) {
		for (const text of texts) work(text);
		done += size;
	}
	return done / 1e3 / (computed() - begin);
}
