import { sdp } from './fixtures';

export const OFFER = sdp('chromium-offer-gathered').replaceAll('\r\n', '\n');
export const ANSWER = sdp('chromium-answer-gathered').replaceAll('\r\n', '\n');
/** An exchange as issues have it, with lines of a log around it. */
export const issue = (...log: readonly string[]) =>
	`Offer:\n\`\`\`\n${OFFER}\`\`\`\nAnswer:\n\`\`\`\n${ANSWER}\`\`\`\nLog:\n\`\`\`\n${log.join('\n')}\n\`\`\`\n`;
/** With them in front. */
export const inFront = (...log: readonly string[]) => `${log.join('\n')}\n${OFFER}\n${ANSWER}`;
/** With them between both. */
export const between = (...log: readonly string[]) => `${OFFER}\n${log.join('\n')}\n${ANSWER}`;
