import { Reading, type Question } from '$lib/inspect';
import { distillWhole } from '$lib/rtc/stats';

const reading = new Reading(distillWhole, (answer) => postMessage(answer));

addEventListener('message', ({ data }: MessageEvent<Question>) => void reading.take(data));
