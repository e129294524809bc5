import { describe, expect, it } from 'vitest';
import { builderByPlugin, builderOf, isPrerenderer, makesNoPages } from '../../src/launch/builders.js';

const words = (command: string): string[] => command.split(' ');

describe('builderOf', () => {
  it.each([
    ['vite build --mode production', 'Vite', 'single'],
    ['react-scripts build', 'Create React App', 'single'],
    ['craco build', 'Create React App', 'single'],
    ['ng build --configuration production', 'Angular', 'single'],
    ['webpack --mode production', 'webpack', 'single'],
    ['next build', 'Next.js', 'multiple'],
    ['hugo --minify', 'Hugo', 'multiple'],
    ['eleventy', 'Eleventy', 'multiple'],
    ['expo export -p web', 'Expo', 'unknown'],
  ])('knows %s', (command, name, pages) => {
    expect(builderOf(words(command))).toMatchObject({ name, pages });
  });

  it.each(['vite', 'vite preview', 'next dev', 'make site', 'ng test', ''])('takes %s for no builder', (command) => {
    expect(builderOf(words(command))).toBeUndefined();
  });
});

describe('builderByPlugin', () => {
  it('knows what takes the place of Vite, under the same id as its own command', () => {
    expect(builderByPlugin('vike/plugin')).toBe(builderOf(words('vike build')));
    expect(builderByPlugin('@react-router/dev/vite')).toBe(builderOf(words('react-router build')));
    expect(builderByPlugin('@sveltejs/kit/vite')).toMatchObject({ id: 'sveltekit' });
    expect(builderByPlugin('@vitejs/plugin-react')).toBeUndefined();
  });
});

describe('isPrerenderer', () => {
  it('tells what writes pages after a build', () => {
    expect(isPrerenderer(words('react-snap'))).toBe(true);
    expect(isPrerenderer(words('vike prerender'))).toBe(true);
    expect(isPrerenderer(words('vike build'))).toBe(false);
    expect(isPrerenderer([undefined, 'prerender'])).toBe(false);
  });
});

describe('makesNoPages', () => {
  it('tells preparations from what may be a builder', () => {
    expect(makesNoPages(words('cp -r src public'))).toBe(true);
    expect(makesNoPages(words('make site'))).toBe(false);
    expect(makesNoPages([undefined])).toBe(false);
  });
});
