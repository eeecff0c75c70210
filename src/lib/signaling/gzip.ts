/** Packs by gzip (RFC 1952), which has a checksum. */
export const gzip = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
	pass(bytes, new CompressionStream('gzip'), Infinity);

/**
 * Unpacks what `gzip` has packed.
 * @param most bytes: whoever has packed it may have made much of little
 * @throws RangeError where more comes out; TypeError where what goes in is damaged
 */
export const gunzip = (
	bytes: Uint8Array<ArrayBuffer>,
	most: number
): Promise<Uint8Array<ArrayBuffer>> => pass(bytes, new DecompressionStream('gzip'), most);

/** Bytes that go in at once: a browser unpacks them all before anybody can say that it is too much. */
const SLICE = 4096;

async function pass(
	bytes: Uint8Array<ArrayBuffer>,
	{ writable, readable }: CompressionStream | DecompressionStream,
	most: number
): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	// What is wrong with it comes out at the other end.
	feed(bytes, writable).catch(() => undefined);
	const out = readable.getReader();
	for (let read = await out.read(); !read.done; read = await out.read()) {
		parts.push(read.value);
		size += read.value.length;
		if (size > most) {
			void out.cancel();
			throw new RangeError('It is too large.');
		}
	}
	const all = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

async function feed(bytes: Uint8Array<ArrayBuffer>, into: WritableStream<BufferSource>) {
	const writer = into.getWriter();
	for (let at = 0; at < bytes.length; at += SLICE) {
		await writer.write(bytes.subarray(at, at + SLICE));
	}
	await writer.close();
}
