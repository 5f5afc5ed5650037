/** Rounding as Python rounds: to the nearest, and a half that is exact to the even side. */

/** A number of nought or more with so many decimals. Only halves that a number can hold exactly are halves: 0.25 is one, 0.35 is not. */
export function inDecimals(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  if (!isExactHalf(value, decimals)) return Number(value.toFixed(decimals));
  const below = Math.floor(value * scale);
  return (below % 2 === 0 ? below : below + 1) / scale;
}

/** A half of the last decimal is exact only when the number is an odd multiple of a power of two: for one decimal, of a quarter. */
function isExactHalf(value: number, decimals: number): boolean {
  const parts = value * 2 ** (decimals + 1);
  return Number.isInteger(parts) && parts % 2 !== 0;
}
