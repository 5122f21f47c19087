/** A whole number that is typed: what cannot be read stays as it is, and is never taken for nothing. */
import { useState } from 'preact/hooks'
import { type Bounds, readNumber } from './number.ts'

export interface NumberInputProps extends Bounds {
  /** Null: empty; NaN: what is typed is no number. */
  value: number | null
  onChange: (value: number | null) => void
  /** What is typed, whenever it changes. */
  onType?: (text: string) => void
  id?: string
  name?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** Arrow keys count, as in the field that browsers have; that one hides what it cannot read. */
export function NumberInput({ value, from, to, onChange, onType, ...attributes }: NumberInputProps) {
  const [typed, setTyped] = useState('')
  // Another value than what is typed came from elsewhere.
  const text = Object.is(readNumber(typed), value) ? typed : written(value)
  function take(next: string): void {
    setTyped(next)
    onType?.(next)
    onChange(readNumber(next))
  }
  function step(by: number): void {
    const now = value === null || Number.isNaN(value) ? from - by : value
    take(String(Math.min(to, Math.max(from, Math.round(now) + by))))
  }
  return (
    <input
      {...attributes}
      type="text"
      role="spinbutton"
      inputMode="numeric"
      autocomplete="off"
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={value !== null && !Number.isNaN(value) ? value : from}
      aria-valuetext={text}
      value={text}
      onInput={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={(event) => {
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
        if (by === undefined) return
        event.preventDefault()
        step(by)
      }}
    />
  )
}

/** As a field shows it: empty where it is none. */
export function written(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value)
}
