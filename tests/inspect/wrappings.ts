/** Puts something around a text, as a log, a mail, a program or a protocol does. */
export type Wrap = (text: string) => string;

const linesOf = (text: string) => text.replace(/\r?\n$/, '').split(/\r?\n/);

/** Each line by itself. */
function byLine(wrap: (line: string, index: number) => string): Wrap {
	return (text) => `${linesOf(text).map(wrap).join('\n')}\n`;
}

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

/** What stands in front of each line, behind it, or between. */
export const LINES: Readonly<Record<string, Wrap>> = {
	'a tag of Flutter': byLine((line) => `I/flutter (19320): ${line}`),
	'times of logcat': byLine(
		(line, at) => `03-30 15:02:${10 + (at % 40)}.${100 + at}  2268  ${2615 + at} D Client: ${line}`
	),
	'the name of a container': byLine((line) => `web_1  | ${line}`),
	'a unit of journald': byLine((line, at) => `Mar 05 21:31:0${at % 10} edge1 node[13681]: ${line}`),
	'a time with a zone': byLine((line, at) => `2026-11-26T10:00:00.${100 + at}Z stdout F ${line}`),
	'the file and line of grep': byLine((line, at) => `call.log:${at + 9}:${line}`),
	'the quotation of a mail': byLine((line) => `> ${line}`),
	'a quotation in a quotation': byLine((line) => `> > ${line}`),
	'an indent': byLine((line) => `    ${line}`),
	'a tab': byLine((line) => `\t${line}`),
	'an arrow in front': byLine((line, at) => (at === 0 ? line : `↵${line}`)),
	'an arrow behind': byLine((line) => `${line}↵`),
	'the dot of ngrep': byLine((line) => `${line}.`),
	'a blank line behind each': byLine((line) => `${line}\n`)
};

/** What stands around the whole, or takes the place of its line ends. */
export const WHOLE: Readonly<Record<string, Wrap>> = {
	'arrows for line ends': (text) => text.replace(/\r?\n/g, '↵'),
	'escapes of rsyslog': (text) => `edge1 app[7]: "${text.replace(/\r?\n/g, '#015#012')}"`,
	'escapes of rsyslog for line feeds': (text) => text.replace(/\r?\n/g, '#012'),
	JSON: (text) => JSON.stringify({ type: 'offer', sdp: text }),
	'JSON in JSON': (text) => JSON.stringify({ body: JSON.stringify({ type: 'offer', sdp: text }) }),
	'JSON in JSON in a log': (text) =>
		`12:00:01 ws> ${JSON.stringify(JSON.stringify({ type: 'offer', sdp: text }))}`,
	XML: (text) => `<message><sdp>${text}</sdp><session>5</session></message>`,
	SIP: (text) =>
		`INVITE sip:jane@example.org SIP/2.0\nCSeq: 1 INVITE\nContent-Type: application/sdp\n\n${text}`,
	base64,
	'base64 over several lines': (text) =>
		base64(JSON.stringify({ sdp: text })).replace(/.{76}/g, '$&\n') + '\n',
	base64url: (text) => Buffer.from(text).toString('base64url'),
	'base64 in a member': (text) =>
		JSON.stringify({ messagePayload: base64(JSON.stringify({ type: 'offer', sdp: text })) }),
	'a data: URL': (text) => `data:application/sdp;base64,${base64(text)}`,
	'a query': (text) => `https://example.org/?type=offer&sdp=${encodeURIComponent(text)}&room=5`,
	'the print of Python': (text) =>
		`RTCSessionDescription(sdp='${text.replace(/\r/g, '\\r').replace(/\n/g, '\\n')}', type='offer')`,
	'a literal with real line ends': (text) => `{sdp: "${text}", type: "offer"}`,
	'a fence of Markdown': (text) => `\`\`\`\n${text}\`\`\`\n`
};

const escaped = (line: string) =>
	line.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`).replaceAll('&#38;', '&amp;');

/** What pages and mails are copied from: an element around each line. */
export const ELEMENTS: Readonly<Record<string, Wrap>> = {
	'blocks of a page': byLine((line) => `<div class="line">${escaped(line)}</div>`),
	'the paragraphs of Outlook': byLine(
		(line) => `<p class="MsoNormal"><span lang="EN-US">${escaped(line)}<o:p></o:p></span></p>`
	),
	'spans with breaks behind': byLine((line) => `<span>${escaped(line)}</span><br/>`),
	'rows of a table': byLine(
		(line, at) =>
			`<tr><td class="num">${at + 1}</td>\n<td id="LC${at + 1}" class="code">${escaped(line)}</td></tr>`
	),
	'rows whose numbers are not copied': byLine(
		(line, at) =>
			`<tr><td data-line-number="${at + 1}"></td><td class="blob-code">${escaped(line)}</td></tr>`
	),
	'spans in a line each': byLine((line, at) => `<span id="LC${at + 1}">${escaped(line)}</span>`),
	'a list': byLine((line) => `<li>\n  ${escaped(line)}\n</li>`)
};

/** The same without any line end between. */
export const DENSE: Readonly<Record<string, Wrap>> = {
	'blocks in one line': (text) => ELEMENTS['blocks of a page']!(text).replaceAll('\n', ''),
	'spans that a style sheet makes lines': (text) =>
		ELEMENTS['spans in a line each']!(text).replaceAll('\n', ''),
	'spans with their numbers': (text) =>
		linesOf(text)
			.map((line, at) => `<span>${at + 1}</span><span class="l">${escaped(line)}</span>`)
			.join(''),
	'spans that are coloured': (text) =>
		linesOf(text)
			.map((line) => {
				const [, letter = '', name = '', rest = ''] = /^(.)=([\w-]*)(.*)$/.exec(line) ?? [];
				return `<span class="l"><span class="k">${letter}</span>=<span class="n">${name}</span>${escaped(rest)}</span>`;
			})
			.join('')
};
