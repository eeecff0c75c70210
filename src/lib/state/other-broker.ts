declare const __BROKER__: string;

/** The broker that the site was built for; '' where it is the one on its own server. */
export const OTHER_BROKER: string = __BROKER__;
