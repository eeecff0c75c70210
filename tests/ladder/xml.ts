/** An element of a drawing. */
export interface Node {
	name: string;
	attributes: Record<string, string>;
	children: Node[];
	/** The text directly inside, unescaped. */
	text: string;
}

/** Reads XML as strictly as a browser does a file, of what the drawing may use: throws at faults. */
export function parse(xml: string): Node {
	// XML 1.0, production 2, without the controls that it discourages.
	if (/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml)) {
		throw new Error('a character that XML cannot hold');
	}
	const top: Node = { name: '', attributes: {}, children: [], text: '' };
	const open = [top];
	const token = /<(\/?)([a-z]\w*)((?:\s+[\w:-]+="[^"<]*")*)(\/?)>|([^<>]+)|([^])/giy;
	for (const [, closing, name, written, empty, text, stray] of xml.matchAll(token)) {
		const current = open.at(-1)!;
		if (stray) throw new Error(`stray ${stray}`);
		if (text !== undefined) {
			current.text += unescaped(text);
		} else if (closing) {
			if (current.name !== name || written || empty) throw new Error(`</${name}> is not expected`);
			open.pop();
		} else {
			const attributes: Record<string, string> = {};
			for (const [, key, value] of written!.matchAll(/([\w:-]+)="([^"]*)"/g)) {
				if (key! in attributes) throw new Error(`${key} is there twice`);
				attributes[key!] = unescaped(value!);
			}
			const node: Node = { name: name!, attributes, children: [], text: '' };
			current.children.push(node);
			if (!empty) open.push(node);
		}
	}
	if (open.length > 1) throw new Error(`${open.at(-1)!.name} is not closed`);
	if (top.children.length !== 1 || top.text.trim()) throw new Error('not one root');
	return top.children[0]!;
}

function unescaped(text: string): string {
	const known = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	return text.replace(/&([^;]*;?)/g, (_, entity: string) => {
		const char = known[entity.slice(0, -1) as keyof typeof known];
		if (!char || !entity.endsWith(';')) throw new Error(`&${entity} is no entity`);
		return char;
	});
}

/** An element and all within it, in their order. */
export function all(node: Node): Node[] {
	return [node, ...node.children.flatMap(all)];
}

/** Those of one name. */
export function named(node: Node, name: string): Node[] {
	return all(node).filter((one) => one.name === name);
}
