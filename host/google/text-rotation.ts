/** `SpreadsheetApp.TextRotation`. */
export class TextRotation {
  constructor(readonly rotation: number | 'vertical') {}

  getDegrees(): number {
    return this.rotation === 'vertical' ? 0 : this.rotation;
  }
  isVertical(): boolean {
    return this.rotation === 'vertical';
  }
}
