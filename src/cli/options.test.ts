import { describe, expect, it } from 'vitest'
import { AppError } from '../domain/failure.ts'
import { nearest } from './nearest.ts'
import { parseOptions } from './options.ts'

const SPECS = {
  format: { type: 'string', values: ['text', 'json', 'html', 'xlsx'] },
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
} as const

const failure = (args: string[]): AppError => {
  try {
    parseOptions(args, SPECS, 'check')
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('no failure')
}

describe('parseOptions', () => {
  it('reads long, short and joined options and keeps the order of files', () => {
    expect(parseOptions(['a.txt', '--format=json', '-o', 'x', 'b.txt', '-h'], SPECS, 'check')).toEqual({
      values: { format: 'json', output: 'x', help: true },
      positionals: ['a.txt', 'b.txt'],
    })
  })
  it('takes everything behind -- as files', () => {
    expect(parseOptions(['--', '--format'], SPECS, 'check').positionals).toEqual(['--format'])
  })
  it('names the nearest option', () => {
    expect(failure(['--fromat', 'json']).remedy).toContain('--format')
    expect(failure(['--qqqqqq']).remedy).toContain('--help')
  })
  it('names the admissible values', () => {
    expect(failure(['--format', 'jsn']).remedy).toContain('json')
    expect(failure(['--format']).remedy).toContain('text、json')
    expect(failure(['--help=yes']).message).toContain('不带值')
  })
})

describe('nearest', () => {
  it('finds slips and beginnings, and nothing for another word', () => {
    expect(nearest('chekc', ['read', 'check', 'explain'])).toBe('check')
    expect(nearest('exp', ['read', 'check', 'explain'])).toBe('explain')
    expect(nearest('banana', ['read', 'check', 'explain'])).toBeUndefined()
  })
})
