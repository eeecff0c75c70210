import { keepStyled } from '$lib/state/style-sheets';

keepStyled(window);
