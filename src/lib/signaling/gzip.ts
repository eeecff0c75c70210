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

async function pass(
	bytes: Uint8Array<ArrayBuffer>,
	through: CompressionStream | DecompressionStream,
	most: number
): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	const out = new Blob([bytes]).stream().pipeThrough(through).getReader();
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
