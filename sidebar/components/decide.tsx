import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button';

type Props = {
  /** What holds now. */
  readonly value: string;
  /** Whether a value can be chosen. */
  readonly isReady?: (value: string) => boolean;
  /** Text of the button. */
  readonly button: string;
  readonly onDecide: (value: string) => void;
  readonly children: (value: string, choose: (value: string) => void) => ComponentChildren;
};

/**
 * A control with the button that makes it count. Keys go through days and names one by one, and to the browser each of
 * them is a choice: written at once, they would be changes that nobody meant (WCAG 2.2, 3.2.2).
 */
export function Decide({ value, isReady = () => true, button, onDecide, children }: Props) {
  const [chosen, choose] = useState(value);
  const canDecide = chosen !== value && isReady(chosen);
  return (
    <form
      class="flex min-w-0 items-center"
      onSubmit={(event) => {
        event.preventDefault();
        if (canDecide) onDecide(chosen);
      }}
    >
      {children(chosen, choose)}
      <Button submit look="quiet" disabled={!canDecide}>
        {button}
      </Button>
    </form>
  );
}
