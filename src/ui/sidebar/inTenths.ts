/** A chance in so many of ten, never certain: nobody knows how a period ends before it does. */
export const inTenths = (chance: number): number => Math.min(9, Math.max(1, Math.round(chance * 10)))
