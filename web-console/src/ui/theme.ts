import {
  Alert,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  type VariantColorsResolver,
} from '@mantine/core'

/** Mantine wants ten shades; ours come from `theme.css`, one per scheme, so that every shade is that one. */
const accent = Array.from({ length: 10 }, () => '#3d46c2') as unknown as MantineColorsTuple

const colors: VariantColorsResolver = (input) => {
  if (input.color !== undefined && input.color !== 'accent') return defaultVariantColorsResolver(input)
  const quiet = { background: 'transparent', hover: 'var(--selected)', color: 'var(--accent)' }
  switch (input.variant) {
    case 'filled':
      return {
        background: 'var(--accent)',
        hover: 'var(--accent-hover)',
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      }
    case 'default':
      return {
        background: 'var(--page)',
        hover: 'var(--panel)',
        color: 'var(--text)',
        border: '1px solid var(--control)',
      }
    case 'light':
      return { ...quiet, background: 'var(--selected)', border: '1px solid transparent' }
    case 'outline':
      return { ...quiet, border: '1px solid var(--accent)' }
    default:
      return { ...quiet, border: '1px solid transparent' }
  }
}

const inputColors = {
  '--input-bd': 'var(--control)',
  '--input-bd-focus': 'var(--accent)',
  '--input-bg': 'var(--page)',
  '--input-color': 'var(--text)',
  '--input-placeholder-color': 'var(--muted)',
} as Record<string, string>

/** What pops up stands on the page's own ground. */
const popped = { background: 'var(--page)', borderColor: 'var(--control)', '--menu-item-hover': 'var(--selected)' }

/** A dialog's head is no banner of the page. */
const dialogHead = { attributes: { header: { role: 'presentation' } } }

const dialogTitle = { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 600 }

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  variantColorResolver: colors,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.3334', sm: '1.4286', md: '1.4286', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  defaultRadius: '6px',
  radius: { sm: '6px', md: '6px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' }, vars: () => ({ wrapper: inputColors, input: {} }) }),
    InputWrapper: Input.Wrapper.extend({ styles: { label: { fontWeight: 600, marginBottom: '0.25rem' } } }),
    Alert: Alert.extend({ defaultProps: { variant: 'transparent' } }),
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false }, styles: { dropdown: popped } }),
    Modal: Modal.extend({ defaultProps: dialogHead, styles: { title: dialogTitle } }),
    Drawer: Drawer.extend({ defaultProps: dialogHead, styles: { title: dialogTitle } }),
  },
})

const shared = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--page)',
  '--mantine-color-default-hover': 'var(--panel)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--selected)',
  '--mantine-primary-color-light-hover': 'var(--selected)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-disabled': 'var(--panel)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-disabled-border': 'var(--line)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
