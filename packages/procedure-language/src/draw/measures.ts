/** Sizes of a drawing in its own units, which are pixels where there is room. */
export const nodeWidth = 180;
export const endWidth = 140;
/** Width for the words of a line beside a box, and below one. */
export const besideRoom = 125;
export const belowRoom = 170;
export const lineHeight = 15;
export const labelSize = 13;
export const titleSize = 14;
export const titleHeight = 18;
/** Room in a box left of its title, where the mark of its state stands. */
export const markRoom = 34;
export const channelStep = 10;
export const startSize = 18;
