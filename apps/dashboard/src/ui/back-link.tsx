import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import styles from './back-link.module.css';
import { Icon } from './icon.tsx';

/**
 * The way back to where a page belongs, above its heading; its target is typed like any link's. That
 * the page lies below it does not make it the current one.
 */
export const BackLink: LinkComponent<typeof BackAnchor> = createLink(BackAnchor);

function BackAnchor({ children, ...anchor }: Omit<ComponentProps<'a'>, 'className'>) {
  return (
    <a {...anchor} className={styles.back} aria-current={false}>
      <Icon name="chevron-left" />
      {children}
    </a>
  );
}
