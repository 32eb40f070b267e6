create extension if not exists postgis with schema public;
