/** Exact numbers, for checking what floats say. */
export class Fraction {
  private constructor(
    private readonly top: bigint,
    private readonly bottom: bigint,
  ) {}

  static of(top: number | bigint, bottom: number | bigint = 1): Fraction {
    return Fraction.reduced(BigInt(top), BigInt(bottom));
  }

  static sum(all: readonly Fraction[]): Fraction {
    return all.reduce((sum, one) => sum.plus(one), Fraction.of(0));
  }

  plus({ top, bottom }: Fraction): Fraction {
    return Fraction.reduced(this.top * bottom + top * this.bottom, this.bottom * bottom);
  }

  minus({ top, bottom }: Fraction): Fraction {
    return Fraction.reduced(this.top * bottom - top * this.bottom, this.bottom * bottom);
  }

  dividedBy(whole: number): Fraction {
    return Fraction.reduced(this.top, this.bottom * BigInt(whole));
  }

  /** Negative, zero or positive, as `sort` wants it. */
  compare({ top, bottom }: Fraction): number {
    const difference = this.top * bottom - top * this.bottom;
    return difference < 0n ? -1 : Number(difference > 0n);
  }

  atMost(other: Fraction): Fraction {
    return this.compare(other) < 0 ? this : other;
  }

  get value(): number {
    return Number(this.top) / Number(this.bottom);
  }

  private static reduced(top: bigint, bottom: bigint): Fraction {
    let [a, b] = [top < 0n ? -top : top, bottom];
    while (b > 0n) [a, b] = [b, a % b];
    return new Fraction(top / a, bottom / a);
  }
}
