import { slides } from '$lib/deck';
import { slideData } from '$lib/deck/slide-data';

export function load() {
	return slideData(slides[0]!);
}
